// Writes the SQL migrations of both engines from the one schema: npm run db:generate -- --name what_changes
import { spawnSync } from "node:child_process";

const engines = { sqlite: "file:unused", postgres: "postgres://unused" };
const dialects = { sqlite: "sqlite", postgres: "postgresql" };

for (const [engine, url] of Object.entries(engines)) {
  const run = spawnSync(
    "npx",
    [
      "drizzle-kit",
      "generate",
      "--schema=./db/schema/index.ts",
      `--dialect=${dialects[engine]}`,
      `--out=./drizzle/${engine}`,
      ...process.argv.slice(2),
    ],
    { stdio: "inherit", env: { ...process.env, DATABASE_URL: url } },
  );
  if (run.status !== 0) process.exit(run.status ?? 1);
}
