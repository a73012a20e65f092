import { m } from "~/i18n";
import { Notice } from "~/ui/notice";

interface Difference {
  label: string;
  /** What stands now, and what this person wrote. */
  now: string | undefined;
  mine: string | undefined;
}

/** A form that came back stale: what stands now beside what was written, field by field, so that nothing is lost. */
export function Theirs({ differences }: { differences: Difference[] }) {
  return (
    <Notice tone="warning" title={m.directory_changedMeanwhile()}>
      <ul>
        {differences.map(({ label, now, mine }) => (
          <li key={label}>
            <strong>{label}.</strong> {m.directory_nowSays()}{" "}
            <span lang="es">{now || m.directory_blank()}</span> {m.directory_youWrote()}{" "}
            <span lang="es">{mine || m.directory_blank()}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
