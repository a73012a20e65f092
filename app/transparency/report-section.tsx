import type { ReactNode } from "react";
import { m } from "~/i18n";
import { Disclosure } from "~/ui/disclosure";
import { Section } from "~/ui/page";
import { SampleMark, Tag, type Tone } from "~/ui/tag";
import { DayText } from "~/ui/time";
import { InSpanish } from "./sources";
import type { ShownReport } from "./state-queries.server";

type ReportSectionProps<Value extends string> = {
  title: string;
  about: string;
  /** From the newest to the oldest; none at all means that nothing is known. */
  reports: ShownReport<Value>[];
  unknown: Value;
  word: (value: Value) => string;
  meaning: (value: Value) => string;
  tone: (value: Value) => Tone;
  children?: ReactNode;
};

/** What the newest report says of a state, or that there is none; and what the earlier ones said. */
export function ReportSection<Value extends string>(props: ReportSectionProps<Value>) {
  const { title, about, reports, unknown, word, meaning, tone, children } = props;
  const [current, ...earlier] = reports;
  const value = current?.value ?? unknown;
  return (
    <Section title={title} lead={about}>
      <p>
        <Tag tone={tone(value)}>{word(value)}</Tag> {meaning(value)} {current?.sample && <SampleMark />}
      </p>
      {current ? (
        <Provenance report={current} />
      ) : (
        <p className="source">{m.transparency_state_notReported()}</p>
      )}
      {children}
      {earlier.length > 0 && (
        <Disclosure summary={m.transparency_state_history()}>
          <ol className="timeline">
            {earlier.map((report) => (
              <li key={`${report.reportedAt}${report.source}`}>
                <p>
                  {word(report.value)} {report.sample && <SampleMark />}
                </p>
                <Provenance report={report} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </Section>
  );
}

function Provenance({ report: { sinceDay, source, reportedAt } }: { report: ShownReport<string> }) {
  return (
    <p className="source">
      {sinceDay && (
        <>
          {m.transparency_state_sinceLabel()} <DayText iso={sinceDay} />.{" "}
        </>
      )}
      {m.portal_source()} <InSpanish>{source}</InSpanish>. {m.transparency_state_reportedLabel()}{" "}
      <DayText iso={reportedAt} />.
    </p>
  );
}
