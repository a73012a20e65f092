import { isToken } from "./secrets.server";

/*
 * Two cookies: the session's, and the mark of a browser in which a person has signed in before. Over https they carry
 * the `__Host-` prefix, which ties them to this very host; plain http exists on loopback only.
 */
const YEAR = 31_536_000;
const TWELVE_HOURS = 43_200;

const nameOf = (kind: "session" | "device", secure: boolean) => `${secure ? "__Host-" : ""}${kind}`;

const cookie = (name: string, value: string, seconds: number, secure: boolean) =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? "; Secure" : ""}`;

export const sessionCookie = (token: string, secure: boolean) =>
  cookie(nameOf("session", secure), token, TWELVE_HOURS, secure);
export const noSessionCookie = (secure: boolean) => cookie(nameOf("session", secure), "", 0, secure);
export const deviceCookie = (token: string, secure: boolean) =>
  cookie(nameOf("device", secure), token, YEAR, secure);

/** The token of a kind of cookie in a `Cookie` header; null when absent or not of our making. */
export function tokenIn(
  header: string | null | undefined,
  kind: "session" | "device",
  secure: boolean,
): string | null {
  const wanted = `${nameOf(kind, secure)}=`;
  const found = header
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted))
    ?.slice(wanted.length);
  return found && isToken(found) ? found : null;
}
