import { describe, expect, test } from "vitest";
import { attention, type Facts } from "~/desk/attention";
import { dutiesOf } from "~/desk/duties";
import { roomsFor } from "~/desk/nav";
import { inLanguage } from "~/i18n/locale.server";
import { roles } from "~db/vocabulary";
import { actorOf } from "../support/cast";

describe("what needs attention", () => {
  const directory = { vacant: 16, unconfirmed: 24, unreported: 32, heldByGone: 1 };
  test.each<[Facts, string[], string]>([
    [{}, [], "is nothing for who may do nothing about anything"],
    [
      { directory },
      ["vacantSeats 16", "heldByGone 1", "statesUnreported 32", "votesUnconfirmed 24"],
      "for the directory's keeper begins with vacant seats",
    ],
    [
      { directory: { vacant: 0, unconfirmed: 0, unreported: 0, heldByGone: 0 } },
      [],
      "lists nothing that is done",
    ],
    [
      { state: { secretariat: "unknown", phase: "unknown" } },
      ["secretariatUnreported 1", "phaseUnreported 1"],
      "for a state is what it has not reported",
    ],
    [
      { state: { secretariat: "vacant", phase: "unknown" } },
      ["phaseUnreported 1"],
      "for a state is not what it has",
    ],
    [{ state: { secretariat: "vacant", phase: "created" } }, [], "for a state that reported all is nothing"],
    [
      { institution: { vacant: 1, withoutAlternate: 2 } },
      ["ownSeatVacant 1", "ownSeatWithoutAlternate 2"],
      "for an institution is its own seats",
    ],
    [
      { accounts: { openInvitations: 3, overInvitations: 1, failedLetters: 2 } },
      ["failedLetters 2", "overInvitations 1", "openInvitations 3"],
      "for who keeps accounts begins with letters that did not leave",
    ],
  ])("%o: %o, %s", (facts, matters) => {
    expect(attention(facts).map(({ matter, count }) => `${matter} ${count}`)).toEqual(matters);
  });
});

describe("the rooms of the workspace", () => {
  test.each([
    ["administracion", ["Inicio", "Directorio", "Personas", "Correo", "Registro"]],
    ["secretaria", ["Inicio", "Directorio", "Registro"]],
    ["inm", ["Inicio", "Directorio"]],
    ["chiapas", ["Inicio", "Directorio"]],
    ["observa", ["Inicio", "Directorio"]],
  ])("for %s are %o", (key, labels) => {
    expect(roomsFor(actorOf(key), "/trabajo").map(({ label }) => label)).toEqual(labels);
  });

  test.each<["es" | "en", string, string]>([
    ["es", "/trabajo", "/trabajo"],
    ["es", "/trabajo/directorio", "/trabajo/directorio"],
    ["es", "/trabajo/directorio/asientos/seat-inm", "/trabajo/directorio"],
    ["en", "/en/trabajo/personas/invitar", "/en/trabajo/personas"],
  ])("in %s at %s say that one stands in %s", (language, pathname, current) => {
    const rooms = inLanguage(language, () => roomsFor(actorOf("administracion"), pathname));
    expect(rooms.filter((room) => room.current).map((room) => room.href)).toEqual([current]);
  });
});

describe("what a role may do", () => {
  test.each(roles)("is said in both languages of %s", (role) => {
    const es = inLanguage("es", () => dutiesOf({ role }));
    const en = inLanguage("en", () => dutiesOf({ role }));
    expect(es.length).toBe(en.length);
    expect(es.filter((duty) => en.includes(duty))).toEqual([]);
  });

  test("is said of their own state to a state's people, of any to the secretary", () => {
    expect(dutiesOf({ role: "state-editor" })).toContain(
      "Informar cómo están la secretaría ejecutiva y la comisión de su entidad.",
    );
    expect(dutiesOf({ role: "secretary" })).toContain(
      "Informar cómo están la secretaría ejecutiva y la comisión de cualquier entidad.",
    );
  });
});
