import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  absorptionForm,
  newTermForm,
  phaseForm,
  renameForm,
  seatHoldingForm,
  seatVoteForm,
  secretariatForm,
  stateInstitutionForm,
} from "~/directory/forms";

const term = {
  name: "Persona de muestra",
  office: "Titular",
  capacity: "titular",
  fromDay: "2026-06-01",
  appointment: "Oficio",
};
const report = { sinceDay: "", source: "DOF" };
const added = { template: "sedif", municipality: "", source: "DOF" };

/** The fields that a form finds wrong. */
function wrong(schema: z.ZodType, values: Record<string, string>): string[] {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const submission = parseWithZod(form, { schema });
  return submission.status === "success" ? [] : Object.keys(submission.error ?? {});
}

describe("a form", () => {
  test.each<[string, z.ZodType, Record<string, string>, string[]]>([
    ["takes a vote with its reason", seatVoteForm, { vote: "votes", reason: "Acuerdo", revision: "1" }, []],
    ["demands a reason for a vote", seatVoteForm, { vote: "votes", reason: " ", revision: "1" }, ["reason"]],
    [
      "knows three things to say of a vote",
      seatVoteForm,
      { vote: "perhaps", reason: "a", revision: "1" },
      ["vote"],
    ],
    ["demands the revision it was filled from", seatVoteForm, { vote: "votes", reason: "a" }, ["revision"]],
    [
      "lets a seat be held without a unit",
      seatHoldingForm,
      { institutionId: "inm", throughId: "", fromDay: "2026-01-01", source: "DOF", revision: "1" },
      [],
    ],
    [
      "demands a source for a seat that passes",
      seatHoldingForm,
      { institutionId: "inm", fromDay: "2026-01-01", source: "", revision: "1" },
      ["source"],
    ],
    ["takes a new person by name and office", newTermForm, term, []],
    ["takes a person on record", newTermForm, { ...term, personId: "a", name: "", office: "" }, []],
    ["takes no person twice", newTermForm, { ...term, personId: "a" }, ["personId"]],
    ["demands somebody", newTermForm, { ...term, name: "", office: "" }, ["name", "office"]],
    ["demands the office of a new person", newTermForm, { ...term, office: "" }, ["office"]],
    ["demands the appointing document", newTermForm, { ...term, appointment: "" }, ["appointment"]],
    ["knows the days of the calendar", newTermForm, { ...term, fromDay: "2026-02-30" }, ["fromDay"]],
    [
      "demands both names",
      renameForm,
      { nameEs: "a", nameEn: "", until: "2026-01-01", source: "b", revision: "1" },
      ["nameEn"],
    ],
    [
      "asks what becomes of the seats",
      absorptionForm,
      { byId: "a", onDay: "2026-01-01", source: "b", revision: "1" },
      ["seats"],
    ],
    ["takes a report without a day", secretariatForm, { status: "vacant", ...report }, []],
    ["takes no report that nothing is known", secretariatForm, { status: "unknown", ...report }, ["status"]],
    ["takes no phase that is unknown", phaseForm, { phase: "unknown", ...report }, ["phase"]],
    [
      "takes no report without a source",
      phaseForm,
      { phase: "created", sinceDay: "", source: "" },
      ["source"],
    ],
    ["takes a state's institution", stateInstitutionForm, added, []],
    [
      "demands the municipality of a municipal one",
      stateInstitutionForm,
      { ...added, template: "smdif" },
      ["municipality"],
    ],
    [
      "takes no municipality that is only signs",
      stateInstitutionForm,
      { ...added, template: "smdif", municipality: "—" },
      ["municipality"],
    ],
    [
      "takes no municipality for a state's own",
      stateInstitutionForm,
      { ...added, municipality: "Comitán" },
      ["municipality"],
    ],
    [
      "takes no kind that is not on the list",
      stateInstitutionForm,
      { ...added, template: "cas" },
      ["template"],
    ],
    ["takes no field that the page does not have", stateInstitutionForm, { ...added, stateId: "07" }, [""]],
  ])("%s", (_rule, schema, values, fields) => {
    expect(wrong(schema, values)).toEqual(fields);
  });
});
