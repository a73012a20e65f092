import { createServer } from "node:http";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { RateLimiterMemory } from "rate-limiter-flexible";
import sirv from "sirv";
import { onRecorded } from "~/audit/record.server";
import { readSession } from "~/auth/lucia.server";
import { systemClock } from "~/jobs/clock";
import { startJobs } from "~/jobs/schedule.server";
import { onLetter, sendDue } from "~/mail/outbox.server";
import { smtpCarrier } from "~/mail/smtp.server";
import type { Db } from "~db/client.server";
import type { Config } from "./config.server";
import { front } from "./front.server";
import { keepPages } from "./kept.server";
import type { House } from "./knock.server";
import { log } from "./log.server";
import { openHouse } from "./open.server";
import { remixAnswerer } from "./remix.server";
import { welcome } from "./welcome.server";
import { whatRunsWhen } from "./what-runs-when.server";

const SEARCHES_A_MINUTE = 60;
const DRAIN_MS = 10_000;

/** Files of the build, compressed by it: those named by their content are kept for ever. */
function fileServer(): House["files"] {
  const options = { brotli: true, gzip: true, etag: true, dotfiles: false };
  return sirv(resolve("build/client"), {
    ...options,
    setHeaders(response, path) {
      const age = path.startsWith("/assets/") ? "max-age=31536000, immutable" : "max-age=604800";
      response.setHeader("Cache-Control", `public, ${age}`);
    },
  });
}

async function houseOf(
  config: Config,
  build: ServerBuild | (() => Promise<ServerBuild>),
  asked: { empty: boolean; demo: boolean },
) {
  const clock = systemClock;
  const opened = await openHouse(config, clock, asked);
  const { db } = opened.connection;
  const pages = keepPages();
  onRecorded((kind) => {
    if (!kind.startsWith("accounts.")) pages.forget();
  });
  const searches = new RateLimiterMemory({ points: SEARCHES_A_MINUTE, duration: 60 });
  const house: House = {
    config,
    clock,
    demonstration: opened.demonstration,
    answer: remixAnswerer(build),
    pages,
    files: fileServer(),
    async visitorOf(token, now) {
      const open = await readSession(db, token, now);
      return open && { sessionId: open.sessionId, actor: { personId: open.personId, now, ...open.person } };
    },
    searchesTooOften: (address) =>
      searches.consume(address).then(
        () => false,
        () => true,
      ),
    ready: () =>
      opened.connection
        .transact(async () => undefined)
        .then(
          () => true,
          () => false,
        ),
  };
  return { house, opened };
}

/** Stops taking requests, lets those under way end, and closes the database. */
function drainOn(server: ReturnType<typeof createServer>, close: () => Promise<void>) {
  let leaving = false;
  const leave = (code: number) => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => process.exit(code || 1), DRAIN_MS).unref();
    server.close(() => void close().then(() => process.exit(code)));
    server.closeIdleConnections();
  };
  process.once("SIGTERM", () => leave(0));
  process.once("SIGINT", () => leave(0));
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (failure) => {
      log.fatal({ err: failure }, "something nobody was waiting for failed: leaving");
      leave(1);
    });
  }
}

/** Letters leave when they are posted; the schedule takes those that could not. */
function startPostAndJobs(config: Config, db: Db, { clock }: House) {
  const carrier = config.smtpUrl ? smtpCarrier(config.smtpUrl, config.mailFrom) : null;
  const failed = (job: string, failure: unknown) => log.error({ err: failure, job }, "a job failed");
  if (carrier)
    onLetter(() => void sendDue(db, carrier, clock()).catch((failure) => failed("send-letters", failure)));
  return startJobs(whatRunsWhen(db, carrier), clock, failed);
}

/** Runs the portal until it is told to stop. */
export async function serve(
  config: Config,
  args: string[],
  build: ServerBuild | (() => Promise<ServerBuild>),
  before?: House["files"],
) {
  const asked = { empty: args.includes("--empty"), demo: args.includes("--demo") };
  const { house, opened } = await houseOf(config, build, asked);
  const listener = front(house);
  const server = createServer(
    before ? (request, response) => before(request, response, () => listener(request, response)) : listener,
  );
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  server.maxConnections = 2_000;
  await new Promise<void>((listening, refused) => {
    server.once("error", refused);
    server.listen(config.port, config.host, listening);
  }).catch((failure: unknown) => {
    opened.release();
    throw failure;
  });
  const stopJobs = startPostAndJobs(config, opened.connection.db, house);
  drainOn(server, async () => {
    await stopJobs();
    await opened.connection.close();
    opened.release();
  });
  await welcome(config, opened);
}
