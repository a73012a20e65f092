import { sql } from "drizzle-orm";
import { roles } from "../vocabulary";
import {
  check,
  createdAt,
  flag,
  id,
  index,
  instant,
  revision,
  sample,
  table,
  text,
  uniqueIndex,
  whole,
  word,
} from "./columns";

/** People, with an account or without one yet. Disabled, never deleted: the record names them. */
export const people = table("people", {
  id: id(),
  name: text("name").notNull(),
  /** Post or office, as the person signs. */
  office: text("office").notNull(),
  /** Lower case. Null: this person is on record but cannot sign in. */
  email: text("email").unique(),
  createdAt: createdAt(),
  disabledAt: instant("disabled_at"),
  /** Sessions begun under an older number are over. */
  authEpoch: whole("auth_epoch").notNull().default(1),
  sample: sample(),
  revision: revision(),
});

/** Argon2id hashes, apart from `people` so that no list of people can carry one. Replaced at each change. */
export const passwords = table("passwords", {
  personId: text("person_id")
    .primaryKey()
    .references(() => people.id),
  hash: text("hash").notNull(),
  changedAt: instant("changed_at").notNull(),
});

/** Which role a person has, and for which institution or state. Ended, never deleted; one is open per person. */
export const roleGrants = table(
  "role_grants",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: word("role", roles).notNull(),
    institutionId: text("institution_id"),
    stateId: text("state_id"),
    /** Null: given by the portal's own start. */
    grantedById: text("granted_by_id"),
    createdAt: createdAt(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("role_grants_open").on(t.personId).where(sql`ended_at is null`),
    index("role_grants_by_institution").on(t.institutionId),
  ],
);

/** An invitation by e-mail. The link's token is kept only as its SHA-256; accepted once, or withdrawn. */
export const invitations = table(
  "invitations",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    office: text("office").notNull(),
    role: word("role", roles).notNull(),
    institutionId: text("institution_id"),
    stateId: text("state_id"),
    invitedById: text("invited_by_id"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [index("invitations_by_email").on(t.email)],
);

/** A link to choose a new password. Its token is kept only as its SHA-256; used once. */
export const passwordResets = table("password_resets", {
  id: id(),
  tokenHash: text("token_hash").notNull().unique(),
  personId: text("person_id")
    .notNull()
    .references(() => people.id),
  createdAt: createdAt(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

/** Sign-in sessions. `id` is the SHA-256 of the cookie's token: reading this table opens nothing. */
export const authSessions = table(
  "auth_sessions",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** Idle end: moved on by use. */
    expiresAt: instant("expires_at").notNull(),
    authEpoch: whole("auth_epoch").notNull(),
    /** Browser and system in a few words, so that a person knows their own sessions. */
    device: text("device").notNull(),
  },
  (t) => [
    index("auth_sessions_by_person").on(t.personId),
    index("auth_sessions_by_end").on(t.expiresAt),
    check("auth_sessions_hashed", sql`length(${t.id}) = 64`),
  ],
);

/** Browsers in which a person has signed in before (SHA-256 of a cookie): a stranger's failures do not delay them. */
export const knownDevices = table(
  "known_devices",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index("known_devices_by_person").on(t.personId)],
);

/** How often something was tried under a key (an address, an account), and until when it must wait. */
export const throttles = table(
  "throttles",
  {
    key: text("key").primaryKey(),
    count: whole("count").notNull(),
    since: instant("since").notNull(),
    waitUntil: instant("wait_until"),
  },
  (t) => [index("throttles_by_start").on(t.since)],
);

/** Marks on the whole database: whether it is a demonstration, and settings with their source. */
export const settings = table("settings", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
  sourceEs: text("source_es").notNull(),
  sourceEn: text("source_en").notNull(),
  /** True: the sources are silent and the default is ours. */
  ours: flag("ours").notNull(),
  revision: revision(),
});
