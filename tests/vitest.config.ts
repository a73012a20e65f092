import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A test names its own database; one that a developer works with is not to be touched.
delete process.env.DATABASE_URL;
const postgres = process.env.TEST_POSTGRES_URL;

const shared = {
  environment: "node",
  pool: "forks",
  testTimeout: 20_000,
  hookTimeout: 60_000,
} as const;

const sqliteProject = {
  extends: true as const,
  test: {
    ...shared,
    name: "sqlite",
    include: ["tests/**/*.test.{ts,tsx}"],
  },
};

/** What touches the database in earnest runs on both engines: the file's first word says so. */
const postgresProject = {
  extends: true as const,
  test: {
    ...shared,
    name: "postgres",
    include: ["tests/**/{commands,queries,concurrency,migrations,transaction,record}*.test.ts"],
    env: { DATABASE_URL: postgres ?? "" },
  },
};

export default defineConfig({
  root: folder(".."),
  resolve: { alias: { "~db": folder("../db"), "~": folder("../app") } },
  test: {
    allowOnly: false,
    maxWorkers: 2,
    // Without a PostgreSQL there is no such project: it would pass on SQLite under a false name.
    projects: postgres ? [sqliteProject, postgresProject] : [sqliteProject],
  },
});
