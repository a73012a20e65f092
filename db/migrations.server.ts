import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One step of the schema's history, as generated: its name, its statements, and the hash of its file. */
export interface Migration {
  tag: string;
  hash: string;
  statements: string[];
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const split = (sql: string) =>
  sql
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim())
    .filter(Boolean);

function read(folder: string, tag: string): Migration {
  const sql = readFileSync(join(folder, `${tag}.sql`), "utf8");
  return { tag, hash: sha256(sql), statements: split(sql) };
}

/** The migrations of `drizzle/<engine>` in order, and `after.sql`: views and triggers, made anew after each of them. */
export function readMigrations(folder: string): { steps: Migration[]; after: Migration } {
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return { steps: journal.entries.map(({ tag }) => read(folder, tag)), after: read(folder, "after") };
}

/**
 * The steps still to apply to a database that has `applied` (tag to hash). Refuses a database that this program is
 * too old for, and one whose history is not this program's.
 */
export function pendingSteps(steps: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(steps.map(({ tag }) => tag));
  const newer = [...applied.keys()].find((tag) => tag !== "after" && !known.has(tag));
  if (newer) throw new Error(`the database is newer than this program: it has the migration ${newer}`);
  const changed = steps.find(({ tag, hash }) => applied.has(tag) && applied.get(tag) !== hash);
  if (changed) throw new Error(`the migration ${changed.tag} is not the one that made this database`);
  return steps.filter(({ tag }) => !applied.has(tag));
}

/** The names of what `after.sql` must leave behind. */
export const madeByAfter = (after: Migration): string[] =>
  after.statements.flatMap((statement) => /^create\s+(?:view|trigger)\s+(\w+)/i.exec(statement)?.[1] ?? []);

/** Compares rows per table before and after; answers the tables that lost any. A rebuild must lose none. */
export const tablesThatLostRows = (before: Map<string, number>, after: Map<string, number>): string[] =>
  [...before]
    .filter(([table, rows]) => after.has(table) && (after.get(table) ?? 0) < rows)
    .map(([table]) => table);
