import type { ReactNode } from "react";
import { m } from "~/i18n";

/** Figures side by side; its children are `Stat`s. */
export function StatGroup({ children }: { children: ReactNode }) {
  return <dl className="stats">{children}</dl>;
}

type StatProps = { figure: ReactNode; label: string; note?: ReactNode; source?: ReactNode };

/** One figure in a `StatGroup`: what it counts, what to know before quoting it, and where it comes from. */
export function Stat({ figure, label, note, source }: StatProps) {
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd className="stat-figure">{figure}</dd>
      {note && <dd className="stat-note">{note}</dd>}
      {source && (
        <dd className="source">
          {m.portal_source()} {source}
        </dd>
      )}
    </div>
  );
}

/** Where the words or the figures above come from. */
export function Source({ children }: { children: ReactNode }) {
  return (
    <p className="source">
      {m.portal_source()} {children}
    </p>
  );
}
