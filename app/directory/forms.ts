import { z } from "zod";
import { calendarDay, line, oneOf, paragraphs, revisionNumber } from "~/http/fields";
import { capacities } from "~db/vocabulary";
import { templateIds, templates } from "./templates";

/** The document or page that says so. Nothing enters the directory without one. */
const source = () => line(400);
const reference = () => line(80);

/** What the secretary may say of a seat's vote; `unconfirmed` takes back what was said. */
export const voteChoices = ["votes", "voice-only", "unconfirmed"] as const;
export type VoteChoice = (typeof voteChoices)[number];

export const seatVoteForm = z.strictObject({
  vote: oneOf(voteChoices),
  reason: paragraphs(1000),
  revision: revisionNumber(),
});
export type SeatVote = z.output<typeof seatVoteForm>;

export const seatHoldingForm = z.strictObject({
  institutionId: reference(),
  throughId: reference().optional(),
  fromDay: calendarDay(),
  source: source(),
  revision: revisionNumber(),
});
export type SeatHolding = z.output<typeof seatHoldingForm>;

/** A person on record, or a new one by name and office: one or the other. */
export const newTermForm = z
  .strictObject({
    personId: reference().optional(),
    name: line(120).optional(),
    office: line(160).optional(),
    capacity: oneOf(capacities),
    fromDay: calendarDay(),
    untilDay: calendarDay().optional(),
    appointment: line(400),
    endFormer: z.literal("on").optional(),
  })
  .superRefine(({ personId, name, office }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (personId && (name || office)) say("personId", "directory_personTwice");
    if (!personId && !name) say("name", "required");
    if (!personId && !office) say("office", "required");
  });
export type NewTerm = z.output<typeof newTermForm>;

export const endTermForm = z.strictObject({ untilDay: calendarDay(), revision: revisionNumber() });
export type TermEnd = z.output<typeof endTermForm>;

export const renameForm = z.strictObject({
  nameEs: line(200),
  nameEn: line(200),
  acronym: line(40).optional(),
  until: calendarDay(),
  source: source(),
  revision: revisionNumber(),
});
export type Renaming = z.output<typeof renameForm>;

/** What becomes of the seats of an institution that is absorbed. */
export const seatFates = ["through", "direct", "stay"] as const;

export const absorptionForm = z.strictObject({
  byId: reference(),
  onDay: calendarDay(),
  seats: oneOf(seatFates),
  source: source(),
  revision: revisionNumber(),
});
export type Absorption = z.output<typeof absorptionForm>;

/** What can be reported; `unknown` is the absence of a report. */
export const reportedSecretariats = ["filled", "vacant", "shared"] as const;
export const reportedPhases = ["created", "installed", "operating"] as const;

export const secretariatForm = z.strictObject({
  status: oneOf(reportedSecretariats),
  sinceDay: calendarDay().optional(),
  source: source(),
});
export type SecretariatReport = z.output<typeof secretariatForm>;

export const phaseForm = z.strictObject({
  phase: oneOf(reportedPhases),
  sinceDay: calendarDay().optional(),
  source: source(),
});
export type PhaseReport = z.output<typeof phaseForm>;

/** A municipal institution names its municipality; a state's own has none. */
export const stateInstitutionForm = z
  .strictObject({
    template: oneOf(templateIds),
    municipality: line(80)
      .refine((name) => /[a-z0-9]/i.test(name.normalize("NFD")), { error: "required" })
      .optional(),
    source: source(),
  })
  .superRefine(({ template, municipality }, context) => {
    const municipal = templates[template].level === "municipal";
    if (municipal === Boolean(municipality)) return;
    const message = municipal ? "required" : "directory_notMunicipal";
    context.addIssue({ code: "custom", path: ["municipality"], message });
  });
export type StateInstitution = z.output<typeof stateInstitutionForm>;
