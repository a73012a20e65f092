import { m } from "~/i18n";
import { EmptyState } from "~/ui/notice";
import { Timeline, type TimelineItem } from "~/ui/timeline";
import type { Told } from "./queries.server";

type RecordTimelineProps = {
  told: Told[];
  /** Says to which thing each entry happened: for lists over several things. */
  withSubject?: boolean;
  /** Whether a person's name leads to their account; only administrators may open it. */
  opensPeople?: boolean;
};

/** Entries of the record, told. What people wrote is in the language they wrote it in: Spanish. */
export function RecordTimeline({ told, withSubject = false, opensPeople = false }: RecordTimelineProps) {
  if (told.length === 0) return <EmptyState title={m.audit_nothingYet()} />;
  const items: TimelineItem[] = told.map(({ seq, at, atText, by, text, quote, subject }) => {
    const to = subject.type === "person" && !opensPeople ? null : subject.to;
    return {
      id: `registro-${seq}`,
      at,
      atText,
      by,
      text: (
        <>
          {withSubject && <p className="eyebrow">{to ? <a href={to}>{subject.name}</a> : subject.name}</p>}
          <p>{text}</p>
          {quote && (
            <p className="source" lang="es">
              «{quote}»
            </p>
          )}
        </>
      ),
    };
  });
  return <Timeline items={items} />;
}
