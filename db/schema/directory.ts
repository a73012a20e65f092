import { sql } from "drizzle-orm";
import { bodyKinds, capacities, institutionKinds, levels } from "../vocabulary";
import { people } from "./accounts";
import {
  day,
  flag,
  id,
  index,
  json,
  revision,
  sample,
  table,
  text,
  uniqueIndex,
  whole,
  word,
} from "./columns";
import { states } from "./states";

/** Institutions and their units. Renamed and absorbed, never deleted. */
export const institutions = table(
  "institutions",
  {
    id: text("id").primaryKey(),
    nameEs: text("name_es").notNull(),
    nameEn: text("name_en").notNull(),
    acronym: text("acronym"),
    acronymEn: text("acronym_en"),
    kind: word("kind", institutionKinds).notNull(),
    level: word("level", levels).notNull(),
    /** The institution of which this one is a unit, or whose sector it belongs to. */
    parentId: text("parent_id"),
    stateId: text("state_id").references(() => states.id),
    aliases: json<string[]>("aliases").notNull(),
    roleEs: text("role_es"),
    roleEn: text("role_en"),
    sources: json<string[]>("sources").notNull(),
    absorbedById: text("absorbed_by_id"),
    absorbedOn: day("absorbed_on"),
    sample: sample(),
    revision: revision(),
  },
  (t) => [index("institutions_by_state").on(t.stateId), index("institutions_by_parent").on(t.parentId)],
);

/** Former names of an institution, with the last day each was in use. Appended to, never changed. */
export const formerNames = table(
  "former_names",
  {
    id: id(),
    institutionId: text("institution_id")
      .notNull()
      .references(() => institutions.id),
    nameEs: text("name_es").notNull(),
    nameEn: text("name_en").notNull(),
    acronym: text("acronym"),
    until: day("until").notNull(),
    source: text("source").notNull(),
  },
  (t) => [index("former_names_by_institution").on(t.institutionId)],
);

/** Collegiate bodies: the Commission, its working group, each state's commission. Seats and sessions belong to one. */
export const bodies = table(
  "bodies",
  {
    id: text("id").primaryKey(),
    kind: word("kind", bodyKinds).notNull(),
    nameEs: text("name_es").notNull(),
    nameEn: text("name_en").notNull(),
    acronym: text("acronym"),
    parentId: text("parent_id"),
    stateId: text("state_id").references(() => states.id),
    sources: json<string[]>("sources").notNull(),
  },
  (t) => [index("bodies_by_state").on(t.stateId)],
);

/** A place at a body's table. It outlives the institution and the person that hold it. */
export const seats = table(
  "seats",
  {
    id: text("id").primaryKey(),
    bodyId: text("body_id")
      .notNull()
      .references(() => bodies.id),
    position: whole("position").notNull(),
    voice: flag("voice").notNull(),
    /** Null until the secretary says: the sources do not tell who votes. */
    vote: flag("vote"),
    sources: json<string[]>("sources").notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex("seats_by_body").on(t.bodyId, t.position)],
);

/** Which institution holds a seat, through which of its units, from a day to a day. One is open per seat. */
export const seatHoldings = table(
  "seat_holdings",
  {
    id: id(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seats.id),
    institutionId: text("institution_id")
      .notNull()
      .references(() => institutions.id),
    throughId: text("through_id").references(() => institutions.id),
    /** Null: since before the portal knows. */
    fromDay: day("from_day"),
    untilDay: day("until_day"),
    source: text("source").notNull(),
  },
  (t) => [
    uniqueIndex("seat_holdings_open").on(t.seatId).where(sql`until_day is null`),
    index("seat_holdings_by_institution").on(t.institutionId),
    index("seat_holdings_by_seat").on(t.seatId),
  ],
);

/** Who holds a seat as titular or alternate, from a day to a day. Ended, never deleted. */
export const seatTerms = table(
  "seat_terms",
  {
    id: id(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seats.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    capacity: word("capacity", capacities).notNull(),
    fromDay: day("from_day").notNull(),
    untilDay: day("until_day"),
    /** The document that appoints: kind, number, date. */
    appointment: text("appointment").notNull(),
    sample: sample(),
    revision: revision(),
  },
  (t) => [index("seat_terms_by_seat").on(t.seatId), index("seat_terms_by_person").on(t.personId)],
);
