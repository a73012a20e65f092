import type { Capacity, Role } from "../vocabulary";

/** The people of the demonstration and of the tests: invented, and named by their office. None is a real person. */
export interface CastMember {
  key: string;
  name: string;
  office: string;
  email: string;
  role: Role;
  institutionId?: string;
  stateId?: string;
  seat?: { id: string; capacity: Capacity };
}

/** Known to everyone: a demonstration is not opened beyond its machine. */
export const DEMONSTRATION_PASSWORD = "recorrido de muestra 2026";

const member = (
  key: string,
  role: Role,
  name: string,
  office: string,
  rest: Partial<CastMember> = {},
): CastMember => ({
  key,
  role,
  name,
  office,
  email: `${key}@muestra.example`,
  ...rest,
});

const titular = (id: string) => ({ seat: { id, capacity: "titular" as const } });
const alternate = (id: string) => ({ seat: { id, capacity: "alternate" as const } });

export const cast: CastMember[] = [
  member("administracion", "administrator", "Administración de muestra", "Administración del portal"),
  member("secretaria", "secretary", "Secretaría de muestra, SE-SIPINNA", "Secretaría técnica"),
  member(
    "segunda-secretaria",
    "secretary",
    "Segunda secretaría de muestra, SE-SIPINNA",
    "Secretaría técnica, suplencia",
  ),
  member("inm", "delegate", "Titular de muestra, INM", "Titular", {
    institutionId: "inm",
    ...titular("seat-inm"),
  }),
  member("inm-suplente", "delegate", "Suplente de muestra, INM", "Suplente", {
    institutionId: "inm",
    ...alternate("seat-inm"),
  }),
  member("comar", "delegate", "Titular de muestra, COMAR", "Titular", {
    institutionId: "comar",
    ...titular("seat-comar"),
  }),
  member("sndif", "delegate", "Titular de muestra, SNDIF (PFPNNA)", "Titular", {
    institutionId: "sndif",
    ...titular("seat-pfpnna"),
  }),
  member("sre", "delegate", "Titular de muestra, SRE", "Titular", {
    institutionId: "sre",
    ...titular("seat-sre"),
  }),
  member("acnur", "delegate", "Titular de muestra, ACNUR", "Titular", {
    institutionId: "acnur",
    ...titular("seat-acnur"),
  }),
  member("unicef", "delegate", "Titular de muestra, UNICEF", "Titular", {
    institutionId: "unicef",
    ...titular("seat-unicef"),
  }),
  member("chiapas", "state-editor", "Edición de muestra, Chiapas", "Enlace estatal", { stateId: "07" }),
  member(
    "chiapas-publica",
    "state-publisher",
    "Publicación de muestra, Chiapas",
    "Secretaría ejecutiva estatal",
    { stateId: "07" },
  ),
  member("tabasco", "state-editor", "Edición de muestra, Tabasco", "Enlace estatal", { stateId: "27" }),
  member("observa", "observer", "Observación de muestra", "Organización invitada"),
];

/** A member of the cast by their short name. */
export function castMember(key: string): CastMember {
  const found = cast.find((one) => one.key === key);
  if (!found) throw new Error(`nobody in the cast is called ${key}`);
  return found;
}
