import { m } from "~/i18n";
import { Prose } from "~/ui/page";

/** Where what a page says comes from, as the source calls itself. */
export function Sources({ sources }: { sources: string[] }) {
  if (sources.length === 0) return <p>{m.directory_noSources()}</p>;
  return (
    <Prose lang="es">
      <ul>
        {[...new Set(sources)].map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </Prose>
  );
}
