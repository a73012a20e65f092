import { m } from "~/i18n";
import type { FieldData } from "~/ui/field";
import type { Crumb } from "~/ui/page";
import { DateField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { SourceField } from "./source-field";

/** What every report of a state says besides its matter: since when, if known, and from which source. */
export function ReportFields({ sinceDay, source }: { sinceDay: FieldData; source: FieldData }) {
  return (
    <>
      <DateField field={sinceDay} label={m.directory_since()} hint={m.directory_sinceHint()} />
      <SourceField field={source} />
    </>
  );
}

/** The way to an act on a state: directory, state, act. */
export const stateCrumbs = ({ slug, name }: { slug: string; name: string }, act: string): Crumb[] => [
  { label: m.directory_title(), to: href(urls.directory) },
  { label: name, to: href(urls.directoryState, { slug }) },
  { label: act },
];
