import { createHash } from "node:crypto";

/** One entry of the record as it is hashed. */
export interface Entry {
  seq: number;
  at: Date;
  actorId: string | null;
  kind: string;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
}

/** What the first entry points back to. */
export const GENESIS = "0".repeat(64);

/** JSON with keys in order, so that the same facts always read the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/**
 * SHA-256 over the previous entry's hash and every field of this one, each preceded by its length, so that no two
 * different entries are written alike.
 */
export function hashEntry(previousHash: string, entry: Entry): string {
  const fields = [
    previousHash,
    String(entry.seq),
    entry.at.toISOString(),
    entry.actorId ?? "",
    entry.kind,
    entry.subjectType,
    entry.subjectId,
    canonical(entry.data),
  ];
  const hash = createHash("sha256");
  for (const field of fields) hash.update(`${Buffer.byteLength(field)}:${field}`);
  return hash.digest("hex");
}
