/** Tells the time. The one place of the portal that looks at the machine's clock; everything else is given an instant. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

export const COMMISSION_TIME_ZONE = "America/Mexico_City";

const dayParts = new Intl.DateTimeFormat("en-CA", { timeZone: COMMISSION_TIME_ZONE });

/** The calendar day of an instant in the Commission's time, `YYYY-MM-DD`. */
export const commissionDay = (at: Date): string => dayParts.format(at);

/** The instant at which the next calendar day of the Commission's time begins. Central Mexico keeps UTC-6 all year. */
export function nextMidnight(at: Date): Date {
  const next = new Date(`${commissionDay(at)}T06:00:00.000Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
