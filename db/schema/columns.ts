import { randomUUID } from "node:crypto";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { engine } from "../engine";

/*
 * One schema on two engines: the builders of the engine in use, typed once as SQLite's.
 * Whoever writes a table calls these and never Drizzle's own builders.
 */
const onPostgres = engine === "postgres";
const either = <Built>(sqlite: () => Built, postgres: () => unknown): Built =>
  (onPostgres ? postgres() : sqlite()) as Built;

export const table = (onPostgres ? pg.pgTable : lite.sqliteTable) as typeof lite.sqliteTable;
export const view = (onPostgres ? pg.pgView : lite.sqliteView) as typeof lite.sqliteView;
export const index = (onPostgres ? pg.index : lite.index) as typeof lite.index;
export const uniqueIndex = (onPostgres ? pg.uniqueIndex : lite.uniqueIndex) as typeof lite.uniqueIndex;
export const primaryKey = (onPostgres ? pg.primaryKey : lite.primaryKey) as typeof lite.primaryKey;
export const check = (onPostgres ? pg.check : lite.check) as typeof lite.check;

export const text = (name: string) =>
  either(
    () => lite.text(name),
    () => pg.text(name),
  );

/** A word of a closed list of `db/vocabulary.ts`. */
export const word = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  either(
    () => lite.text(name, { enum: words }),
    () => pg.text(name),
  );

/** A moment, kept to the millisecond. */
export const instant = (name: string) =>
  either(
    () => lite.integer(name, { mode: "timestamp_ms" }),
    () => pg.timestamp(name, { withTimezone: true, precision: 3 }),
  );

/** A calendar day of the Commission's time, `YYYY-MM-DD`. */
export const day = (name: string) => text(name);

export const whole = (name: string) =>
  either(
    () => lite.integer(name, { mode: "number" }),
    () => pg.integer(name),
  );

export const flag = (name: string) =>
  either(
    () => lite.integer(name, { mode: "boolean" }),
    () => pg.boolean(name),
  );

/** A value kept as JSON text in both engines: PostgreSQL's jsonb would reorder its keys. */
export const json = <Shape>(name: string) =>
  either(
    () => lite.text(name, { mode: "json" }).$type<Shape>(),
    () =>
      pg.customType<{ data: Shape; driverData: string }>({
        dataType: () => "text",
        toDriver: (value) => JSON.stringify(value),
        fromDriver: (value) => JSON.parse(value) as Shape,
      })(name),
  );

/** A random 122-bit name for a row: it says nothing of the row's order and cannot be guessed. */
export const id = () =>
  text("id")
    .primaryKey()
    .$defaultFn(() => randomUUID());

/** Grows by one at each edit, so that a stale form is noticed. */
export const revision = () => whole("revision").notNull().default(1);

/** True where the row is ours and not from a source: whatever shows it says so. */
export const sample = () => flag("sample").notNull().default(false);

export const createdAt = () => instant("created_at").notNull();
