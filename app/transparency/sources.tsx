import type { ReactNode } from "react";
import { locale, m } from "~/i18n";

/** The mark of what was written in Spanish, on a page in another language. */
export const spanish = (): "es" | undefined => (locale() === "es" ? undefined : "es");

/** Words that were written in Spanish and are quoted as they are. */
export function InSpanish({ children }: { children: ReactNode }) {
  return <span lang={spanish()}>{children}</span>;
}

/** The sources of a record, one a line, quoted as they were written. */
export function SourceList({ sources }: { sources: string[] }) {
  if (sources.length === 0) return <p>{m.transparency_institution_noSources()}</p>;
  return (
    <div className="prose">
      <ul lang={spanish()}>
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      {spanish() && <p className="source">{m.transparency_sourceInSpanish()}</p>}
    </div>
  );
}
