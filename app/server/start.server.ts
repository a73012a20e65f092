import type { ServerBuild } from "@remix-run/node";
import { readConfig } from "./config.server";
import type { House } from "./knock.server";
import { stopSentence } from "./refusals.server";

type Build = ServerBuild | (() => Promise<ServerBuild>);

const commands: Record<string, (args: string[], build: Build, before?: House["files"]) => Promise<void>> = {
  serve: async (args, build, before) =>
    (await import("./serve.server")).serve(readConfig(process.env), args, build, before),
  verify: async () => (await import("./verify.server")).verify(readConfig(process.env)),
  backup: async (args) => (await import("./backup.server")).backup(readConfig(process.env), args),
  restore: async (args) => (await import("./backup.server")).restore(readConfig(process.env), args),
};

/**
 * What `npm start` and its siblings run once everything is built: `serve`, `verify`, `backup` or `restore`. What stops
 * one is said in one sentence, and leaves the data as they were.
 */
export async function command(
  name: string,
  args: string[],
  build: Build,
  before?: House["files"],
): Promise<void> {
  try {
    const run = commands[name];
    if (!run) throw new Error(`no such command: ${name}`);
    await run(args, build, before);
  } catch (failure) {
    process.stderr.write(`\n${stopSentence(failure)}\n\n`);
    process.exit(1);
  }
}
