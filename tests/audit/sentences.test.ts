import { describe, expect, test } from "vitest";
import { type EventData, type EventKind, subjectOf } from "~/audit/events";
import { type Names, sentenceOf } from "~/audit/sentences";
import { inLanguage } from "~/i18n/locale.server";

const names: Names = { institution: (id) => id.toUpperCase(), state: (id) => (id === "07" ? "Chiapas" : id) };

type Line<Kind extends EventKind> = [data: EventData<Kind>, es: string, en: string, quote?: string];

const none = { institutionId: null, stateId: null };
const term = { name: "Ana", capacity: "titular" as const };

/** One line a kind, so that a new kind without one does not compile. */
const lines: { [Kind in EventKind]: Line<Kind>[] } = {
  "accounts.first-administrator-invited": [
    [
      {},
      "Invitó a la primera persona que administra el portal.",
      "Invited the portal's first administrator.",
    ],
  ],
  "accounts.invited": [
    [
      { name: "Ana", role: "delegate", institutionId: "comar", stateId: null },
      "Invitó a Ana. Función: Representante · COMAR.",
      "Invited Ana. Role: Delegate · COMAR.",
    ],
    [
      { name: "Ana", role: "observer", ...none },
      "Invitó a Ana. Función: Observación.",
      "Invited Ana. Role: Observer.",
    ],
  ],
  "accounts.invitation-withdrawn": [
    [{ name: "Ana" }, "Retiró la invitación de Ana.", "Withdrew the invitation of Ana."],
  ],
  "accounts.invitation-accepted": [
    [
      { name: "Ana", role: "state-editor", institutionId: null, stateId: "07" },
      "Ana recibió su cuenta. Función: Redacción estatal · Chiapas.",
      "Ana was given an account. Role: State editor · Chiapas.",
    ],
  ],
  "accounts.signed-in": [
    [{ newDevice: false }, "Entró al área de trabajo.", "Signed in."],
    [{ newDevice: true }, "Entró desde un navegador nuevo.", "Signed in from a new browser."],
  ],
  "accounts.signed-out": [[{}, "Salió.", "Signed out."]],
  "accounts.password-changed": [[{}, "Cambió su contraseña.", "Changed their password."]],
  "accounts.password-reset": [
    [{}, "Recuperó el acceso con una contraseña nueva.", "Regained access with a new password."],
  ],
  "accounts.session-ended": [[{}, "Terminó una de sus sesiones.", "Ended one of their sessions."]],
  "accounts.sessions-ended": [
    [{ name: "Ana" }, "Terminó las sesiones de Ana.", "Ended the sessions of Ana."],
  ],
  "accounts.role-changed": [
    [
      { name: "Ana", role: "secretary", ...none },
      "Cambió la función de Ana a: Secretaría.",
      "Changed the role of Ana to: Secretary.",
    ],
    [
      { name: "Ana", role: "administrator", ...none },
      "Cambió la función de Ana a: Administración.",
      "Changed the role of Ana to: Administrator.",
    ],
    [
      { name: "Ana", role: "state-publisher", institutionId: null, stateId: "07" },
      "Cambió la función de Ana a: Publicación estatal · Chiapas.",
      "Changed the role of Ana to: State publisher · Chiapas.",
    ],
  ],
  "accounts.disabled": [[{ name: "Ana" }, "Dio de baja a Ana.", "Disabled Ana."]],
  "accounts.enabled": [[{ name: "Ana" }, "Dio acceso de nuevo a Ana.", "Enabled Ana again."]],
  "directory.founded": [
    [
      { institutions: 57, seats: 24, states: 32 },
      "El directorio comenzó con 57 instituciones, 24 asientos y 32 entidades.",
      "The directory began with 57 institutions, 24 seats and 32 states.",
    ],
  ],
  "directory.seat-vote-set": [
    [{ vote: true, reason: "R" }, "Indicó que el asiento vota.", "Said that the seat votes.", "R"],
    [
      { vote: false, reason: "R" },
      "Indicó que el asiento tiene voz y no vota.",
      "Said that the seat has a voice and no vote.",
      "R",
    ],
    [
      { vote: null, reason: "R" },
      "Dejó el voto sin confirmar: el asiento vota mientras no se indique otra cosa.",
      "Left the vote unconfirmed: the seat votes until somebody says otherwise.",
      "R",
    ],
  ],
  "directory.seat-passed": [
    [
      { institutionId: "sndif", throughId: "pfpnna", fromDay: "2026-03-01", source: "DOF" },
      "Pasó el asiento a SNDIF, por conducto de PFPNNA, desde el 1 de marzo de 2026.",
      "Passed the seat to SNDIF, through PFPNNA, from 1 March 2026.",
      "DOF",
    ],
    [
      { institutionId: "sndif", throughId: null, fromDay: "2026-03-01", source: "DOF" },
      "Pasó el asiento a SNDIF, desde el 1 de marzo de 2026.",
      "Passed the seat to SNDIF, from 1 March 2026.",
      "DOF",
    ],
  ],
  "directory.term-begun": [
    [
      { ...term, personId: "a", fromDay: "2026-03-01", appointment: "Oficio 1" },
      "Registró a Ana como titular, desde el 1 de marzo de 2026.",
      "Entered Ana as titular, from 1 March 2026.",
      "Oficio 1",
    ],
  ],
  "directory.term-ended": [
    [
      { name: "Ana", capacity: "alternate", untilDay: "2026-03-31" },
      "Dio por terminado el nombramiento de Ana como suplente. Último día: 31 de marzo de 2026.",
      "Ended the appointment of Ana as alternate. Last day: 31 March 2026.",
    ],
  ],
  "directory.institution-renamed": [
    [
      { from: "Uno", to: "Dos", source: "DOF" },
      "Cambió el nombre: antes «Uno», ahora «Dos».",
      "Renamed it: “Uno” before, “Dos” now.",
      "DOF",
    ],
  ],
  "directory.institution-absorbed": [
    [
      { byId: "bienestar", by: "Bienestar", onDay: "2026-03-01" },
      "Registró que BIENESTAR la absorbe desde el 1 de marzo de 2026.",
      "Entered that BIENESTAR absorbs it from 1 March 2026.",
    ],
  ],
  "directory.state-institution-added": [
    [
      { stateId: "07", name: "SEDIF", template: "sedif" },
      "Agregó «SEDIF» a las instituciones de Chiapas.",
      "Added “SEDIF” to the institutions of Chiapas.",
    ],
  ],
  "directory.secretariat-reported": [
    [
      { status: "vacant", source: "DOF" },
      "Informó que la secretaría ejecutiva está vacante.",
      "Reported that the executive secretariat is vacant.",
      "DOF",
    ],
    [
      { status: "shared", source: "DOF" },
      "Informó que la secretaría ejecutiva se comparte con otro cargo.",
      "Reported that the executive secretariat is shared with another post.",
      "DOF",
    ],
  ],
  "directory.phase-reported": [
    [
      { phase: "operating", source: "DOF" },
      "Informó que la comisión estatal está en operación.",
      "Reported that the state commission is operating.",
      "DOF",
    ],
  ],
};

const table = (Object.keys(subjectOf) as EventKind[]).flatMap((kind) =>
  (lines[kind] as Line<EventKind>[]).map(([data, es, en, quote]) => [kind, es, en, data, quote] as const),
);

describe("an event says", () => {
  test.each(table)("%s: %s / %s", (kind, es, en, data, quote) => {
    const said = (language: "es" | "en") => inLanguage(language, () => sentenceOf(kind, data, names));
    expect(said("es")).toEqual({ text: es, quote });
    expect(said("en")).toEqual({ text: en, quote });
  });
});
