import { matchPath } from "@remix-run/react";
import type { Permission } from "~/auth/permissions";
import { type Url, urls } from "~/urls";

/** Who may knock: everyone, or whoever's role has the permission. */
export type Rule = "everyone" | Permission;

interface Door {
  GET?: Rule;
  POST?: Rule;
  /** The page is equal for everyone and is kept rendered until something public changes. */
  kept?: true;
}

const page = (rule: Rule): Door => ({ GET: rule });
const form = (rule: Rule): Door => ({ GET: rule, POST: rule });
const publicPage: Door = { GET: "everyone", kept: true };

/** Every address × method of the portal. What is not written here is denied; what `urls` has and this has not does not compile. */
export const doors: Record<keyof typeof urls, Door> = {
  home: publicPage,
  institutions: publicPage,
  institution: publicPage,
  states: publicPage,
  state: publicPage,
  accessibility: publicPage,

  signIn: form("everyone"),
  signInAgain: { POST: "everyone" },
  signOut: { POST: "account.keep-own" },
  acceptInvitation: form("everyone"),
  requestReset: form("everyone"),
  reset: form("everyone"),

  desk: page("desk.read"),
  myAccount: page("account.keep-own"),
  changePassword: form("account.keep-own"),
  endOwnSession: form("account.keep-own"),

  directory: page("directory.read"),
  body: page("directory.read"),
  seat: page("directory.read"),
  seatVote: form("directory.keep"),
  seatHolding: form("directory.keep"),
  newSeatTerm: form("directory.keep"),
  endSeatTerm: form("directory.keep"),
  directoryInstitution: page("directory.read"),
  renameInstitution: form("directory.keep"),
  absorbInstitution: form("directory.keep"),
  directoryState: page("directory.read"),
  reportSecretariat: form("directory.report-state"),
  reportPhase: form("directory.report-state"),
  addStateBody: form("directory.keep"),

  people: page("accounts.manage"),
  invite: form("accounts.manage"),
  person: page("accounts.manage"),
  disablePerson: form("accounts.manage"),
  enablePerson: form("accounts.manage"),
  endSessions: form("accounts.manage"),
  changeRole: form("accounts.manage"),
  withdrawInvitation: form("accounts.manage"),
  mail: page("mail.read"),
  record: page("record.read"),
};

type Address = keyof typeof urls;
const named = Object.entries(urls) as [Address, Url][];
const plain = new Map<string, Address>(
  named.filter(([, path]) => !path.includes(":")).map(([name, path]) => [path, name]),
);
const patterned = named.filter(([, path]) => path.includes(":"));

/** The path without its language and without the suffix of a data request. */
export const bare = (pathname: string): string =>
  pathname
    .replace(/\.data$/, "")
    .replace(/^\/en(?=\/|$)/, "")
    .replace(/^\/_root$/, "/") || "/";

/** The name of the address at a path, in either language and also as a data request; undefined where there is none. */
export function addressAt(pathname: string): Address | undefined {
  const path = bare(pathname);
  return (
    plain.get(path) ??
    patterned.find(([, pattern]) => matchPath({ path: pattern, caseSensitive: true }, path))?.[0]
  );
}
