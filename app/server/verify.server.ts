import { verifyRecord } from "~/audit/verify.server";
import { connectReadOnly } from "~db/client.server";
import type { Config } from "./config.server";

/** `npm run verify`: recomputes the record's chain beside a running server, and names the first broken entry. */
export async function verify(config: Config): Promise<void> {
  const connection = await connectReadOnly(config.databaseUrl);
  const { entries, head, broken } = await verifyRecord(connection.db);
  await connection.close();
  if (broken)
    throw new Error(
      `entry ${broken.seq} of the record does not hold (${broken.why}); ${entries} before it do`,
    );
  process.stdout.write(`${entries} entries hold; the head is ${head}\n`);
}
