import { generatePath } from "@remix-run/react";
import { type Locale, locale } from "./i18n/locale";

/** Every address of the portal, spelt once. English is the same path under `/en`. */
export const urls = {
  home: "/",
  institutions: "/instituciones",
  institution: "/instituciones/:id",
  states: "/estados",
  state: "/estados/:slug",
  accessibility: "/accesibilidad",

  signIn: "/entrar",
  signInAgain: "/entrar/de-nuevo",
  signOut: "/salir",
  acceptInvitation: "/invitacion/:token",
  requestReset: "/contrasena/recuperar",
  reset: "/contrasena/recuperar/:token",

  desk: "/trabajo",
  myAccount: "/trabajo/mi-cuenta",
  changePassword: "/trabajo/mi-cuenta/contrasena",
  endOwnSession: "/trabajo/mi-cuenta/sesiones/:id/termino",

  directory: "/trabajo/directorio",
  body: "/trabajo/directorio/organos/:id",
  seat: "/trabajo/directorio/asientos/:id",
  seatVote: "/trabajo/directorio/asientos/:id/voto",
  seatHolding: "/trabajo/directorio/asientos/:id/titularidad",
  newSeatTerm: "/trabajo/directorio/asientos/:id/nombramientos/nuevo",
  endSeatTerm: "/trabajo/directorio/asientos/:id/nombramientos/:termId/termino",
  directoryInstitution: "/trabajo/directorio/instituciones/:id",
  renameInstitution: "/trabajo/directorio/instituciones/:id/nombre",
  absorbInstitution: "/trabajo/directorio/instituciones/:id/absorcion",
  directoryState: "/trabajo/directorio/estados/:slug",
  reportSecretariat: "/trabajo/directorio/estados/:slug/secretaria",
  reportPhase: "/trabajo/directorio/estados/:slug/fase",
  addStateBody: "/trabajo/directorio/estados/:slug/instituciones/nueva",

  people: "/trabajo/personas",
  invite: "/trabajo/personas/invitar",
  person: "/trabajo/personas/:id",
  disablePerson: "/trabajo/personas/:id/baja",
  enablePerson: "/trabajo/personas/:id/alta",
  endSessions: "/trabajo/personas/:id/sesiones/termino",
  changeRole: "/trabajo/personas/:id/rol",
  withdrawInvitation: "/trabajo/invitaciones/:id/retiro",
  mail: "/trabajo/correo",
  record: "/trabajo/registro",
} as const;

/** Where the doors send whoever may not enter. Nobody can ask for it. */
export const DENIED = "/-/denied";

/** An address that no page has, for what is not found. */
export const NOWHERE = "/-/nowhere";

export type Url = (typeof urls)[keyof typeof urls];

/** A path as it reads in `language`: `/estados` is `/en/estados` in English. */
export const inPath = (path: string, language: Locale = locale()): string =>
  language === "es" ? path : path === "/" ? "/en" : `/en${path}`;

/** The address of a page in the present language, its parameters filled in and escaped. */
export function href<Path extends Url>(
  path: Path,
  ...params: Parameters<typeof generatePath<Path>> extends [Path, (infer P)?] ? [P?] : never
): string {
  return inPath(generatePath(path, ...(params as [])));
}

/** The same page in another language. `pathname` may already carry `/en`. */
export const translated = (pathname: string, language: Locale): string =>
  inPath(pathname.replace(/^\/en(?=\/|$)/, "") || "/", language);
