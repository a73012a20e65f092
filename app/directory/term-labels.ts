import { m } from "~/i18n";
import type { FieldData } from "~/ui/field";

type Name =
  | "capacity"
  | "personId"
  | "name"
  | "office"
  | "fromDay"
  | "untilDay"
  | "appointment"
  | "endFormer";

/** The fields of a new term, as its form hands them to its parts. */
export type TermFields = Record<Name, FieldData>;

/** What each field of a new term is called, in the order of the form. */
export const termLabels = (): [Name, string][] => [
  ["capacity", m.directory_capacity()],
  ["personId", m.directory_knownPerson()],
  ["name", m.directory_name()],
  ["office", m.directory_office()],
  ["fromDay", m.directory_fromDay()],
  ["untilDay", m.directory_untilDay()],
  ["appointment", m.directory_appointment()],
];
