import { commissionPhases, secretariatStatuses } from "../vocabulary";
import { people } from "./accounts";
import { createdAt, day, flag, id, index, sample, table, text, word } from "./columns";

/** The 32 federal entities, keyed by INEGI's two digits. Never changes at run time. */
export const states = table("states", {
  id: text("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  officialName: text("official_name").notNull(),
  abbreviation: text("abbreviation").notNull(),
  iso: text("iso").notNull(),
  capital: text("capital").notNull(),
  timezone: text("timezone").notNull(),
  borderNorth: flag("border_north").notNull(),
  borderSouth: flag("border_south").notNull(),
  /** What a public source hints about its commission; a hint is not a report. */
  clueEs: text("clue_es"),
  clueEn: text("clue_en"),
  clueSource: text("clue_source"),
});

/** What someone reported, with a source, of a state's executive secretariat. Appended to; the newest counts. */
export const secretariatReports = table(
  "secretariat_reports",
  {
    id: id(),
    stateId: text("state_id")
      .notNull()
      .references(() => states.id),
    status: word("status", secretariatStatuses).notNull(),
    sinceDay: day("since_day"),
    source: text("source").notNull(),
    reportedById: text("reported_by_id")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    sample: sample(),
  },
  (t) => [index("secretariat_reports_by_state").on(t.stateId, t.createdAt)],
);

/** What someone reported, with a source, of the phase of a state's commission. Appended to; the newest counts. */
export const phaseReports = table(
  "phase_reports",
  {
    id: id(),
    stateId: text("state_id")
      .notNull()
      .references(() => states.id),
    phase: word("phase", commissionPhases).notNull(),
    sinceDay: day("since_day"),
    source: text("source").notNull(),
    reportedById: text("reported_by_id")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    sample: sample(),
  },
  (t) => [index("phase_reports_by_state").on(t.stateId, t.createdAt)],
);
