import pino from "pino";

/** One JSON line an event, in UTC. Bodies, cookies and tokens are never handed to it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  timestamp: pino.stdTimeFunctions.isoTime,
  base: null,
});
