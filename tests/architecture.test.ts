import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { arrows, isKnownRoom, roomOf } from "./support/house/arrows";
import * as rules from "./support/house/rules";
import { parse, readHouse } from "./support/house/sources";

const root = fileURLToPath(new URL("..", import.meta.url));
const house = readHouse(root);
const none: string[] = [];

/** A line: the rule's sentence, the rule, and files that break it, so that the rule is seen to see. */
type Line = [sentence: string, rule: rules.Rule, ...planted: [file: string, text: string][]];

// Beside the clock: the launcher's lock, whose holder gives signs of life before anything is installed.
const clocks = ["app/jobs/clock", "app/server/launch/lock.mjs"];

const lines: Line[] = [
  [
    "rooms import only from rooms before them",
    rules.againstArrows,
    ["app/agreements/folio.ts", 'import "~/meetings/quorum";'],
    ["app/transparency/queries.server.ts", 'import { people } from "~db/schema";'],
    ["app/mail/outbox.server.ts", 'import type { Door } from "~/server/doors";'],
    ["app/desk/pages/home.tsx", 'import "~/directory/commands.server";'],
  ],
  [
    "the document's pure files know only each other",
    rules.impureDocument,
    ["app/document/merge.ts", 'import { m } from "~/i18n";'],
  ],
  ["files import each other in no circle", rules.circlesOfFiles, ["app/ui/tag.ts", 'import "./notice";']],
  [
    "rooms import each other in no circle",
    rules.circlesOfRooms,
    ["app/urls.ts", 'import type { Tag } from "~/ui/tag";'],
  ],
  [
    "what may reach a browser imports no server file",
    rules.serverCodeInTheBrowser,
    ["app/ui/tag.tsx", 'import { record } from "~/audit/record.server";'],
  ],
  [
    "only pages, the start and the clock's work open the database",
    rules.strangersToTheConnection,
    ["app/directory/queries.server.ts", 'import { db } from "~db/client.server";'],
  ],
  [
    "Lucia lives in one file",
    rules.strangersTo(/^(lucia|oslo|@lucia-auth)(\/|$)/, "app/auth/lucia.server.ts"),
    ["app/accounts/pages/sign-in.tsx", 'import { Lucia } from "lucia";'],
  ],
  [
    "the drivers live in db, and in the lock that keeps a second server out",
    rules.strangersTo(
      /^(better-sqlite3|pg|drizzle-orm\/(better-sqlite3|node-postgres|sqlite-core|pg-core))$/,
      "db/",
      "app/server/lock.server.ts",
    ),
    ["app/mail/outbox.server.ts", 'import { text } from "drizzle-orm/pg-core";'],
  ],
  [
    "queries are awaited, never run as SQLite alone can",
    rules.doneOutside([".get()", ".all()", ".run()"], ["db/"]),
    ["app/mail/queries.server.ts", "const rows = db.select().from(outbox).all();"],
  ],
  [
    "raw SQL is written only in db",
    rules.doneOutside(["sql.raw"], ["db/"]),
    ["app/mail/queries.server.ts", "sql.raw(words);"],
  ],
  [
    "chance comes from crypto",
    rules.doneOutside(["Math.random"], []),
    ["app/ui/field.tsx", "const id = Math.random();"],
  ],
  [
    "no hash is an old one",
    rules.doneOutside(['"md5"', '"sha1"', '"sha-1"'], []),
    ["app/files/store.server.ts", 'createHash("SHA1");'],
  ],
  [
    "the portal asks nothing of other machines but by mail",
    rules.doneOutside(
      ["fetch()", "globalThis.fetch", "http.request", "https.request", "http.get", "https.get"],
      [],
    ),
    ["app/directory/queries.server.ts", "await fetch(address);"],
  ],
  [
    "commands take the time from the clock they are given",
    rules.doneOutside(["new Date()", "Date.now"], clocks),
    ["app/accounts/commands.server.ts", "const now = new Date();"],
  ],
  [
    "no text becomes HTML unescaped",
    rules.doneOutside(["dangerouslySetInnerHTML="], []),
    ["app/ui/card.tsx", "const a = <p dangerouslySetInnerHTML={{ __html: text }} />;"],
  ],
  [
    "no element carries a style of its own, which the policy forbids",
    rules.doneOutside(["style="], []),
    ["app/ui/card.tsx", "const a = <p style={{ color: shade }} />;"],
  ],
  [
    "no page writes a script, which the policy forbids",
    rules.doneOutside(["<script>"], []),
    ["app/ui/card.tsx", 'const a = <script src="/a.js" />;'],
  ],
  [
    "files stay within 200 lines",
    rules.tooLong(200, ["app/transparency/state-shapes.ts"]),
    ["app/ui/card.tsx", "\n".repeat(201)],
  ],
  ["no name is vague", rules.vagueNames, ["app/ui/form-helpers.ts", ""]],
];

describe("the house", () => {
  test.each(lines)("%s", (_sentence, rule) => {
    expect(rule(house)).toEqual(none);
  });

  test.each(lines)("a breach is seen: %s", (_sentence, rule, ...planted) => {
    const exists = (path: string) => path.endsWith(".ts");
    const other = parse("app/ui/notice.ts", 'import "./tag";\nimport "~/urls";', exists);
    expect(rule([other])).toEqual(none);
    for (const [file, text] of planted) expect(rule([other, parse(file, text, exists)])).not.toEqual(none);
  });

  test("every file stands in a known room", () => {
    expect(house.map(({ file }) => file).filter((file) => !isKnownRoom(roomOf(file)))).toEqual(none);
    expect(isKnownRoom(roomOf("app/payments/queries.server.ts"))).toBe(false);
  });

  test("the table of rooms is in the order in which they rest upon each other", () => {
    const order = Object.keys(arrows);
    const late = order.flatMap((room, at) =>
      (arrows[room] ?? []).flatMap(({ rooms }) =>
        rooms.filter((other) => order.indexOf(other) >= at).map((other) => `${room} → ${other}`),
      ),
    );
    expect(late).toEqual(none);
  });
});
