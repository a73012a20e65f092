import { locale } from "~/i18n";

/** What a row is called, as the tables keep it. */
export interface NamedRow {
  id: string;
  nameEs: string;
  nameEn: string;
  acronym?: string | null;
  acronymEn?: string | null;
  stateId?: string | null;
}

/** What a thing is called in the language of the request. */
export interface Named {
  id: string;
  name: string;
  /** Its acronym where that tells it from others: the states' institutions share theirs. */
  short: string;
  acronym: string | null;
}

/** Names a row of institutions or bodies in the language of the request. */
export function named(row: NamedRow): Named {
  const name = locale() === "es" ? row.nameEs : row.nameEn;
  const acronym = (locale() === "en" ? row.acronymEn : null) ?? row.acronym ?? null;
  return { id: row.id, name, acronym, short: row.stateId || !acronym ? name : acronym };
}

const collator = new Intl.Collator("es", { sensitivity: "base", numeric: true });

/** In alphabetical order as Spanish reads it: the engines would put Á behind Z. */
export const byName = (a: { name: string }, b: { name: string }): number => collator.compare(a.name, b.name);
