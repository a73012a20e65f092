import { m } from "~/i18n";
import type { Crumb } from "~/ui/page";
import { href, urls } from "~/urls";
import type { Named } from "./names";

/** The way to an act on an institution: directory, institution, act. */
export const institutionCrumbs = ({ id, short }: Named, act: string): Crumb[] => [
  { label: m.directory_title(), to: href(urls.directory) },
  { label: short, to: href(urls.directoryInstitution, { id }) },
  { label: act },
];
