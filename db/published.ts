import { day, flag, instant, json, text, view, whole, word } from "./schema/columns";
import { bodyKinds, commissionPhases, institutionKinds, levels, secretariatStatuses } from "./vocabulary";

/*
 * What the public may read: the views of `after.sql`, column by column. Publishing a field is one line here and one
 * there; the public side imports nothing else of the database.
 */

export const publishedInstitutions = view("published_institutions", {
  id: text("id").notNull(),
  nameEs: text("name_es").notNull(),
  nameEn: text("name_en").notNull(),
  acronym: text("acronym"),
  acronymEn: text("acronym_en"),
  kind: word("kind", institutionKinds).notNull(),
  level: word("level", levels).notNull(),
  parentId: text("parent_id"),
  stateId: text("state_id"),
  aliases: json<string[]>("aliases").notNull(),
  roleEs: text("role_es"),
  roleEn: text("role_en"),
  sources: json<string[]>("sources").notNull(),
  absorbedById: text("absorbed_by_id"),
  absorbedOn: day("absorbed_on"),
  sample: flag("sample").notNull(),
}).existing();

export const publishedFormerNames = view("published_former_names", {
  institutionId: text("institution_id").notNull(),
  nameEs: text("name_es").notNull(),
  nameEn: text("name_en").notNull(),
  acronym: text("acronym"),
  until: day("until").notNull(),
  source: text("source").notNull(),
}).existing();

export const publishedStates = view("published_states", {
  id: text("id").notNull(),
  slug: text("slug").notNull(),
  name: text("name").notNull(),
  officialName: text("official_name").notNull(),
  abbreviation: text("abbreviation").notNull(),
  iso: text("iso").notNull(),
  capital: text("capital").notNull(),
  timezone: text("timezone").notNull(),
  borderNorth: flag("border_north").notNull(),
  borderSouth: flag("border_south").notNull(),
  clueEs: text("clue_es"),
  clueEn: text("clue_en"),
  clueSource: text("clue_source"),
}).existing();

export const publishedBodies = view("published_bodies", {
  id: text("id").notNull(),
  kind: word("kind", bodyKinds).notNull(),
  nameEs: text("name_es").notNull(),
  nameEn: text("name_en").notNull(),
  acronym: text("acronym"),
  parentId: text("parent_id"),
  stateId: text("state_id"),
  sources: json<string[]>("sources").notNull(),
}).existing();

/** Seats with the institution that holds each today; the people who hold them are not published. */
export const publishedSeats = view("published_seats", {
  id: text("id").notNull(),
  bodyId: text("body_id").notNull(),
  position: whole("position").notNull(),
  voice: flag("voice").notNull(),
  vote: flag("vote"),
  sources: json<string[]>("sources").notNull(),
  institutionId: text("institution_id"),
  throughId: text("through_id"),
  fromDay: day("from_day"),
}).existing();

export const publishedSecretariats = view("published_secretariats", {
  stateId: text("state_id").notNull(),
  status: word("status", secretariatStatuses).notNull(),
  sinceDay: day("since_day"),
  source: text("source").notNull(),
  createdAt: instant("created_at").notNull(),
  sample: flag("sample").notNull(),
}).existing();

export const publishedPhases = view("published_phases", {
  stateId: text("state_id").notNull(),
  phase: word("phase", commissionPhases).notNull(),
  sinceDay: day("since_day"),
  source: text("source").notNull(),
  createdAt: instant("created_at").notNull(),
  sample: flag("sample").notNull(),
}).existing();

export const publishedSettings = view("published_settings", {
  key: text("key").notNull(),
  value: text("value").notNull(),
  sourceEs: text("source_es").notNull(),
  sourceEn: text("source_en").notNull(),
  ours: flag("ours").notNull(),
}).existing();
