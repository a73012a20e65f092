export type Engine = "sqlite" | "postgres";

/** The engine in use, read once from `DATABASE_URL`: `postgres:` or `postgresql:`, else SQLite. */
export const engine: Engine = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "") ? "postgres" : "sqlite";
