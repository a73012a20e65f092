import { addHours, isValid, parseISO } from "date-fns";

/** A day of the calendar, `YYYY-MM-DD`. It has no hour and so no time zone. */
export type Day = string;

/** The statute that makes a day non-working: for procedures (LFPA) or for labour (LFT). */
export type DayList = "LFPA 28" | "LFT 74";

export type NonWorkingDay = { day: Day; lists: DayList[] };

/** Days, both included, that an agency suspends by an agreement published in the DOF (LFPA 28). */
export type Suspension = { from: Day; until: Day };

/** LFPA 28: fixed dates, whatever the day of the week. */
const lfpaDates = ["01-01", "02-05", "03-21", "05-01", "05-05", "09-01", "09-16", "11-20", "12-25"];

/** LFT 74: fixed dates, and the Mondays that stand for 5 February, 21 March and 20 November. */
const lftDates = ["01-01", "05-01", "09-16", "12-25"];
const lftMondays = [
  { month: "02", which: 1 },
  { month: "03", which: 3 },
  { month: "11", which: 3 },
];

/** A new federal Executive takes office every six years, counted from here. */
const transition = 2024;

/**
 * The days of `year` that the statutes of today make non-working, in order, each with the lists it comes from;
 * Saturdays and Sundays (LFPA 28) are not listed. Of the change of federal Executive, every six years from 2024,
 * LFPA 28 still says 1 December and LFT 74 says 1 October: both days are given. What an agency suspends by agreement
 * does not follow from the year.
 * Refuses a year outside 1995-9999: the LFPA is of 1994.
 */
export function nonWorkingDays(year: number): NonWorkingDay[] {
  if (!Number.isInteger(year) || year < 1995 || year > 9999)
    throw new RangeError(`No calendar for year ${year}`);
  const lists = new Map<Day, DayList[]>();
  const add = (list: DayList, day: Day) => lists.set(day, [...(lists.get(day) ?? []), list]);
  for (const date of lfpaDates) add("LFPA 28", `${year}-${date}`);
  for (const date of lftDates) add("LFT 74", `${year}-${date}`);
  for (const { month, which } of lftMondays) add("LFT 74", nthMonday(`${year}-${month}-01`, which));
  if (isTransition(year)) {
    add("LFPA 28", `${year}-12-01`);
    add("LFT 74", `${year}-10-01`);
  }
  return [...lists].map(([day, from]) => ({ day, lists: from })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * Whether `day` counts in a term of working days: not a Saturday, a Sunday, a day of `nonWorkingDays`
 * or one of `suspensions` (LFPA 28). Refuses what is not a day of the calendar.
 */
export function isWorkingDay(day: Day, suspensions: readonly Suspension[] = []): boolean {
  const weekday = read(day).getUTCDay();
  if (weekday === 0 || weekday === 6 || closed(Number(day.slice(0, 4))).has(day)) return false;
  return !suspensions.some(({ from, until }) => from <= day && day <= until);
}

/**
 * The last day of a term of `n` working days that `day` sets running. Counting begins on the day after (LFPA 38)
 * and skips non-working days (LFPA 28). With `n` 0 it is `day` itself, or the next working day if it is not one:
 * what falls on a non-working day rolls forward (LFPA 29). Refuses a negative or broken `n`, and a term that
 * suspensions keep open for more than ten years.
 */
export function addWorkingDays(day: Day, n: number, suspensions: readonly Suspension[] = []): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`);
  let last = rolledForward(n === 0 ? day : next(day), suspensions);
  for (let counted = 1; counted < n; counted += 1) last = rolledForward(next(last), suspensions);
  return last;
}

/**
 * How many working days pass from `a` to `b`: those after `a` (LFPA 38) up to `b`, which counts if it is one.
 * Negative when `b` comes first. The inverse of `addWorkingDays`.
 */
export function workingDaysBetween(a: Day, b: Day, suspensions: readonly Suspension[] = []): number {
  read(b);
  if (b < a) return -workingDaysBetween(b, a, suspensions);
  let count = 0;
  for (let day = a; day < b; ) {
    day = next(day);
    if (isWorkingDay(day, suspensions)) count += 1;
  }
  return count;
}

/** `day`, or the first working day after it. */
function rolledForward(day: Day, suspensions: readonly Suspension[]): Day {
  let working = day;
  for (let waited = 0; !isWorkingDay(working, suspensions); waited += 1) {
    if (waited > 3660) throw new RangeError(`No working day follows ${day} in ten years`);
    working = next(working);
  }
  return working;
}

const isTransition = (year: number): boolean => year >= transition && (year - transition) % 6 === 0;

/** The `which`-th Monday of the month that begins on `first`. */
function nthMonday(first: Day, which: number): Day {
  const toMonday = (8 - read(first).getUTCDay()) % 7;
  return write(addHours(read(first), 24 * (toMonday + 7 * (which - 1))));
}

const next = (day: Day): Day => write(addHours(read(day), 24));

// A day is its midnight in UTC, which always lasts 24 hours: the machine's own zone never enters.
function read(day: Day): Date {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? parseISO(`${day}T00:00:00Z`) : new Date(Number.NaN);
  if (!isValid(date)) throw new RangeError(`Not a day: ${day}`);
  return date;
}

const write = (date: Date): Day => date.toISOString().slice(0, 10);

const calendars = new Map<number, ReadonlySet<Day>>();

/** The days that statutes close in a year: computed once, since a term asks for each of its days. */
function closed(year: number): ReadonlySet<Day> {
  const known = calendars.get(year);
  if (known) return known;
  const days = new Set(nonWorkingDays(year).map(({ day }) => day));
  calendars.set(year, days);
  return days;
}
