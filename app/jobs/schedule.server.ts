import { Cron } from "croner";
import { type Clock, COMMISSION_TIME_ZONE } from "./clock";

/** Something done again and again: its name, when (a cron pattern in the Commission's time), and the work. */
export interface Job {
  name: string;
  when: string;
  work(now: Date): Promise<unknown>;
}

/** Runs jobs at their times, none twice at once. Answers how to stop: it waits for those under way. */
export function startJobs(jobs: Job[], clock: Clock, onFailure: (name: string, failure: unknown) => void) {
  const underWay = new Set<Promise<unknown>>();
  const run = async ({ name, work }: Job): Promise<void> => {
    const doing = work(clock()).catch((failure: unknown) => onFailure(name, failure));
    underWay.add(doing);
    await doing;
    underWay.delete(doing);
  };
  const timers = jobs.map(
    (job) =>
      new Cron(job.when, { protect: true, timezone: COMMISSION_TIME_ZONE, unref: true }, () => run(job)),
  );
  return async function stop() {
    for (const timer of timers) timer.stop();
    await Promise.all(underWay);
  };
}
