import { record } from "~/audit/record.server";
import type { Db } from "../client.server";
import { bodies, institutions, seatHoldings, seats, settings, states } from "../schema";
import { inTransaction } from "../transaction.server";
import type { BodyKind, InstitutionKind, Level } from "../vocabulary";
import bodyData from "./commission/bodies.json";
import institutionData from "./commission/institutions.json";
import seatData from "./commission/seats.json";
import settingData from "./commission/settings.json";
import stateData from "./commission/states.json";

const stateRows = stateData.map((state) => ({
  id: state.inegi,
  slug: state.slug,
  name: state.name,
  officialName: state.officialName,
  abbreviation: state.abbreviation,
  iso: state.iso,
  capital: state.capital,
  timezone: state.timezone,
  borderNorth: state.borderNorth,
  borderSouth: state.borderSouth,
  clueEs: "commissionClueEs" in state ? (state.commissionClueEs ?? null) : null,
  clueEn: "commissionClueEn" in state ? (state.commissionClueEn ?? null) : null,
  clueSource: "clueSource" in state ? (state.clueSource ?? null) : null,
}));

/** State and municipal templates become institutions only where a state needs one. */
const institutionRows = institutionData
  .filter(({ template }) => !template)
  .map((one) => ({
    id: one.id,
    nameEs: one.nameEs,
    nameEn: one.nameEn,
    acronym: one.acronym,
    acronymEn: one.acronymEn,
    kind: one.kind as InstitutionKind,
    level: one.level as Level,
    parentId: one.parentId,
    aliases: one.aliases,
    roleEs: one.roleEs,
    roleEn: one.roleEn,
    sources: one.source,
  }));

const bodyRows = bodyData
  .filter(({ template }) => !template)
  .map((body) => ({
    id: body.id,
    kind: body.kind as BodyKind,
    nameEs: body.nameEs,
    nameEn: body.nameEn,
    acronym: body.acronym,
    parentId: body.parentId,
    sources: body.source,
  }));

/** LGDNNA art. 136 gives every state a system with its secretariat; whether its commission exists is not known. */
const stateBodyRows = stateData.map((state) => ({
  id: `comision-${state.slug}`,
  kind: "state-commission" as const,
  nameEs: `Comisión estatal: ${state.name}`,
  nameEn: `State commission: ${state.name}`,
  parentId: "comision-migrantes",
  stateId: state.inegi,
  sources: bodyData.find(({ template }) => template)?.source ?? [],
}));

/** Writes the Commission into an empty database as the source documents describe it: states, institutions, bodies, seats, settings. */
export function foundCommission(db: Db, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx.insert(states).values(stateRows);
    await tx.insert(institutions).values(institutionRows);
    await tx.insert(bodies).values([...bodyRows, ...stateBodyRows]);
    for (const seat of seatData) {
      const { id, bodyId, order: position, voice, vote, source: sources } = seat;
      await tx.insert(seats).values({ id, bodyId, position, voice, vote, sources });
      const { institutionId, throughId } = seat;
      await tx
        .insert(seatHoldings)
        .values({ seatId: id, institutionId, throughId, source: sources[0] ?? "" });
    }
    await tx
      .insert(settings)
      .values(settingData.map((setting) => ({ ...setting, value: String(setting.value) })));
    const data = { institutions: institutionRows.length, seats: seatData.length, states: stateRows.length };
    const portal = { personId: null, now };
    await record(tx, portal, { kind: "directory.founded", subjectId: "comision-migrantes", data });
  });
}
