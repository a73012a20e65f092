import type { Named } from "~/directory/names";
import { locale } from "~/i18n";

/** "Instituto Nacional de Migración (INM)". */
export const fullName = ({ name, acronym }: Pick<Named, "name" | "acronym">): string =>
  acronym ? `${name} (${acronym})` : name;

/** The text of the present language, of a pair of which either may be absent. */
export const spoken = (es: string | null, en: string | null): string | null => (locale() === "es" ? es : en);
