/** The closed lists of words that columns may hold. No import of Drizzle: this file reaches the browser. */

export const roles = [
  "administrator",
  "secretary",
  "delegate",
  "state-editor",
  "state-publisher",
  "observer",
] as const;
export type Role = (typeof roles)[number];

export const institutionKinds = [
  "federal",
  "state",
  "international",
  "legislative",
  "civil-society",
  "autonomous",
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

export const levels = ["national", "international", "state", "municipal"] as const;
export type Level = (typeof levels)[number];

export const bodyKinds = ["commission", "working-group", "state-commission"] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** In which capacity a person holds a seat. */
export const capacities = ["titular", "alternate"] as const;
export type Capacity = (typeof capacities)[number];

/** What is known of a state's executive secretariat; `unknown` is the absence of a report, never a report. */
export const secretariatStatuses = ["unknown", "filled", "vacant", "shared"] as const;
export type SecretariatStatus = (typeof secretariatStatuses)[number];

/** PEAANNAM's three phases of a state's commission; `unknown` is the absence of a report, never a report. */
export const commissionPhases = ["unknown", "created", "installed", "operating"] as const;
export type CommissionPhase = (typeof commissionPhases)[number];
