import { eq } from "drizzle-orm";
import type { Clock } from "~/jobs/clock";
import { type Connection, connect } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { settings, states } from "~db/schema";
import { foundCommission } from "~db/seed/commission.server";
import { demonstrate, demonstrationBegins } from "~db/seed/demonstration.server";
import { type Config, isLoopback } from "./config.server";
import { lockDatabase } from "./lock.server";

export interface Opened {
  connection: Connection;
  demonstration: boolean;
  /** True when this start made the database. */
  isNew: boolean;
  release(): void;
}

/** A demonstration's passwords are printed at its start: it stays on this machine unless its keeper insists. */
function refuseExposedDemonstration(config: Config, insists: boolean) {
  if (insists || (isLoopback(config.host) && !config.secure)) return;
  throw new Error(
    "La base es una demostración y sus contraseñas son conocidas: no se abre más allá de este equipo sin --demo. / " +
      "This database is a demonstration and its passwords are known: it is not opened beyond this machine without --demo.",
  );
}

/** Locks, migrates and opens the database, and fills an empty one: with the Commission, and with a demonstration unless `empty`. */
export async function openHouse(
  config: Config,
  clock: Clock,
  asked: { empty: boolean; demo: boolean },
): Promise<Opened> {
  const release = await lockDatabase(config.databaseUrl);
  try {
    await migrate(config.databaseUrl);
    const connection = await connect(config.databaseUrl);
    const { db } = connection;
    const [known] = await db.select({ id: states.id }).from(states).limit(1);
    if (!known) {
      if (!asked.empty) refuseExposedDemonstration(config, asked.demo);
      const now = clock();
      await foundCommission(db, asked.empty ? now : demonstrationBegins(now));
      if (!asked.empty) await demonstrate(db, now);
    }
    const [mark] = await db.select().from(settings).where(eq(settings.key, "demonstration"));
    const demonstration = mark?.value === "true";
    if (demonstration) refuseExposedDemonstration(config, asked.demo);
    return { connection, demonstration, isNew: !known, release };
  } catch (failure) {
    release();
    throw failure;
  }
}
