import type { Named } from "~/directory/names";
import { href } from "~/urls";
import { fullName } from "./names";

/** An institution by its name and acronym, leading to its page. */
export function InstitutionLink({ institution }: { institution: Named }) {
  return <a href={href("/instituciones/:id", { id: institution.id })}>{fullName(institution)}</a>;
}
