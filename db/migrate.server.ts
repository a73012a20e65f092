/** Brings the database that `url` names to this program's schema. Answers the migrations it applied. */
export async function migrate(url: string): Promise<string[]> {
  if (url.startsWith("postgres")) return (await import("./migrate-postgres.server")).migratePostgres(url);
  return (await import("./migrate-sqlite.server")).migrateSqlite(url);
}
