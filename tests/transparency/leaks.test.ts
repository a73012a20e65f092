import {
  type Column,
  getTableColumns,
  getTableName,
  getViewName,
  getViewSelectedFields,
  is,
  sql,
  Table,
} from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as views from "~db/published";
import * as schema from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase } from "../support/database";
import { dataOf, visit } from "./visit";

/*
 * In every table a row is written whose unpublished columns hold what could be nothing else, and whose published ones
 * make it appear on the public pages. Whatever of the former a citizen can read is a leak. A new table, or a new
 * column, is covered the day it is made.
 */
const CANARY = "canario-que-nadie-debe-leer";
const CANARY_DAY = new Date("2031-07-17T17:07:07.077Z");
const CANARY_NUMBER = 770_770_000;

/** What would show that a canary got out, in data and in words. */
const traces = [CANARY, String(CANARY_NUMBER).slice(0, 6), "2031", String(CANARY_DAY.getTime())];

/** Which table each view reads; a view is published column by column. */
const readBy: Record<string, string> = {
  secretariat_reports: "published_secretariats",
  phase_reports: "published_phases",
  seat_holdings: "published_seats",
};

const columnsOfViews = new Map<string, string[]>(
  Object.values(views).map((view) => [
    getViewName(view),
    Object.values(getViewSelectedFields(view)).map((column) => column.name),
  ]),
);

function isPublished(table: string, { name }: Column): boolean {
  // The only name that two tables of one view share.
  if (table === "seat_holdings" && name === "id") return false;
  return columnsOfViews.get(readBy[table] ?? `published_${table}`)?.includes(name) ?? false;
}

/** Rows that the Commission's foundation wrote, for columns that must point to one. */
const known: Record<string, string> = {
  states: "07",
  institutions: "inm",
  bodies: "comision-migrantes",
  seats: "seat-inm",
};

const canaryOf = (table: string, column: string) => `${table}-${column}-${CANARY}`.padEnd(64, "x").slice(-64);

function pointsTo(table: SQLiteTable, column: Column): string | undefined {
  const keys = getTableConfig(table).foreignKeys.map((key) => key.reference());
  const key = keys.find(({ columns }) => columns.some(({ name }) => name === column.name));
  if (!key) return undefined;
  const foreign = getTableName(key.foreignTable);
  return known[foreign] ?? canaryOf(foreign, "id");
}

function publicValue(table: string, { name, dataType, enumValues }: Column): unknown {
  if (name.endsWith("institution_id")) return "inm";
  if (name.endsWith("state_id")) return "07";
  if (name === "body_id") return "comision-migrantes";
  if (/_by_id$|^through_id$|^parent_id$/.test(name)) return null;
  if (enumValues?.length) return enumValues.at(-1);
  if (dataType === "json") return ["publicado"];
  if (dataType === "boolean") return false;
  if (dataType === "date") return new Date("2026-05-05T12:00:00Z");
  if (dataType === "number") return 99;
  return /_day$|_on$|^until$/.test(name) ? "2026-05-05" : `publicado-${table}`;
}

let numbers = CANARY_NUMBER;

function secretValue(table: string, { name, dataType, enumValues }: Column): unknown {
  if (enumValues?.length) return enumValues[0];
  if (dataType === "json") return { [CANARY]: CANARY };
  if (dataType === "boolean") return true;
  if (dataType === "date") return CANARY_DAY;
  if (dataType === "number") return numbers++;
  return /_day$/.test(name) ? "2031-07-17" : canaryOf(table, name);
}

function rowOf(table: SQLiteTable): Record<string, unknown> {
  const name = getTableName(table);
  const entries = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const pointed = pointsTo(table, column);
    if (pointed !== undefined) return [key, pointed];
    return [key, isPublished(name, column) ? publicValue(name, column) : secretValue(name, column)];
  });
  return Object.fromEntries(entries);
}

const tables = Object.values(schema).filter((one) => is(one, Table)) as SQLiteTable[];

let house: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  house = await freshDatabase();
  await inTransaction(house.db, async (tx) => {
    await tx.run(sql`pragma defer_foreign_keys = 1`);
    for (const table of tables) await tx.insert(table).values(rowOf(table) as never);
  });
});
afterAll(() => house.close());

/** Where a trace was found, with what stands around it; null where it was not. */
function around(text: string, trace: string): string | null {
  const found = text.indexOf(trace);
  return found < 0 ? null : text.slice(Math.max(0, found - 60), found + 60);
}

const addresses = [
  "/",
  "/instituciones",
  "/instituciones/inm",
  "/instituciones/publicado-institutions",
  "/estados",
  "/estados/chiapas",
  "/accesibilidad",
];
const pages = addresses.flatMap((path) =>
  (["es", "en"] as const).map((language) => [path, language] as const),
);

describe("what is not published", () => {
  it("is planted in every table", async () => {
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      const rows = JSON.stringify(await house.db.select().from(table));
      const secret = Object.values(getTableColumns(table)).some(
        (column) => !isPublished(getTableName(table), column),
      );
      if (secret)
        expect(
          traces.some((trace) => rows.includes(trace)),
          getTableName(table),
        ).toBe(true);
    }
  });

  it("stands beside what is: the planted rows are on the pages", async () => {
    expect(await dataOf("/instituciones/publicado-institutions")).toContain("publicado-institutions");
    expect(await dataOf("/estados/chiapas")).toContain("publicado-phase_reports");
    expect(await dataOf("/instituciones/inm")).toContain("publicado-former_names");
  });

  it.each(pages)("never reaches %s in %s, neither its data nor its words", async (path, language) => {
    const data = await dataOf(path, language);
    const { status, html } = await visit(path, language);
    expect(status).toBe(200);
    expect(data.length).toBeGreaterThan(20);
    for (const trace of traces) {
      expect(around(data, trace)).toBeNull();
      expect(around(html, trace)).toBeNull();
    }
  });
});
