import type { ReactNode } from "react";

/** `at` is the instant in ISO 8601, `atText` the same for reading, `by` who did it. */
export type TimelineItem = { id: string; at: string; atText: string; text: ReactNode; by: string };

/** What happened, in the order given; each line can be linked to by its id. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ id, at, atText, text, by }) => (
        <li key={id} id={id}>
          <div className="timeline-text">{text}</div>
          <p className="timeline-by">
            {by} · <time dateTime={at}>{atText}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
