import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const heartbeat = 2_000;
const silence = 30_000;

// A number of a process may be given anew, and in a container always is: the name tells two lives apart.
const life = `${hostname()} ${process.pid} ${randomUUID()}`;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

const holderOf = (lock) => {
  try {
    return readFileSync(join(lock, "holder"), "utf8");
  } catch {
    return "";
  }
};

/**
 * Whether nobody holds `lock` any more: its process has died, or has given no sign for half a minute.
 * The second serves where a process cannot be seen: another container, or a number given anew.
 */
function isStale(lock, holder) {
  const [host, pid, name] = holder.split(" ");
  const isPast = Number(pid) === process.pid && !life.endsWith(name);
  if (host === hostname() && (isPast || !isAlive(Number(pid)))) return true;
  try {
    return Date.now() - statSync(lock).mtimeMs > silence;
  } catch {
    return false;
  }
}

// Moved aside before it is removed, and put back if someone else took it over in between.
function removeStale(lock, holder) {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    if (holderOf(aside) !== holder) return renameSync(aside, lock);
    rmSync(aside, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** The lock appears with its holder's name already inside, so that it never stands without one. */
function take(lock, me) {
  const mine = `${lock}.${randomUUID()}`;
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, "holder"), me);
  try {
    renameSync(mine, lock);
    return true;
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (["EEXIST", "ENOTEMPTY"].includes(error.code)) return false;
    throw error;
  }
}

/**
 * Runs `work` while no other process that uses the folder `lock` does, and hands back what it returns.
 * Waits for the other one (`onWait` is called once) and takes over from one that died.
 */
export async function withLock(lock, work, onWait = () => {}) {
  const me = `${life} ${randomUUID()}`;
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = false; !take(lock, me); waited = true) {
    const holder = holderOf(lock);
    if (holder && isStale(lock, holder)) removeStale(lock, holder);
    else {
      if (!waited) onWait();
      await pause(200);
    }
  }
  const isMine = () => holderOf(lock) === me;
  const release = () => isMine() && rmSync(lock, { recursive: true, force: true });
  const beat = setInterval(() => isMine() && utimesSync(lock, new Date(), new Date()), heartbeat);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off("exit", release);
    release();
  }
}
