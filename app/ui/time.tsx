import { type Locale, locale, m } from "~/i18n";

/** The Commission's own time. */
export const CENTRO = "America/Mexico_City";

// Day before month in both languages: 11/12 must not be two days. 24 hours likewise.
const tags: Record<Locale, string> = { es: "es-MX", en: "en-GB" };
const longDay = { day: "numeric", month: "long", year: "numeric" } as const;

const zoneNames: Record<string, typeof m.portal_zoneCentro> = {
  [CENTRO]: m.portal_zoneCentro,
  "America/Merida": m.portal_zoneCentro,
  "America/Monterrey": m.portal_zoneCentro,
  "America/Chihuahua": m.portal_zoneCentro,
  "America/Bahia_Banderas": m.portal_zoneCentro,
  "America/Mazatlan": m.portal_zonePacifico,
  "America/Hermosillo": m.portal_zonePacifico,
  "America/Tijuana": m.portal_zoneNoroeste,
  "America/Cancun": m.portal_zoneSureste,
};

// Making an Intl formatter costs far more than using it.
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${Object.keys(options)}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(tags[language], { ...options, timeZone: zone });
  made.set(key, fresh);
  return fresh;
}

/**
 * "23 de noviembre de 2026". Takes a day (`2026-11-23`), which is the same everywhere, or an instant, whose day
 * is that of the Commission's time. Refuses anything else with a `RangeError`.
 */
export function formatDay(iso: string, language: Locale): string {
  const isDay = iso.length === "2026-11-23".length;
  return formatter(language, isDay ? "UTC" : CENTRO, longDay).format(new Date(iso));
}

/** "23 de noviembre de 2026, 11:30 h (hora del Centro)". Takes an instant, ISO 8601; refuses others with a `RangeError`. */
export function formatInstant(iso: string, language: Locale, zone: string = CENTRO): string {
  const instant = new Date(iso);
  const day = formatter(language, zone, longDay).format(instant);
  const time = formatter(language, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    instant,
  );
  return m.portal_instant({ day, time, zone: zoneName(instant, language, zone) }, { locale: language });
}

// The four zones that the law names; elsewhere, the distance from UTC.
function zoneName(instant: Date, language: Locale, zone: string): string {
  const known = zoneNames[zone];
  if (known) return known({}, { locale: language });
  const parts = formatter(language, zone, { timeZoneName: "shortOffset" }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** How the law calls the time of a zone: "hora del Centro". The zone's own name where it is none of the four. */
export const zoneWord = (zone: string): string => zoneNames[zone]?.() ?? zone;

/** A day, for reading and for machines. */
export function DayText({ iso }: { iso: string }) {
  return (
    <time className="day" dateTime={iso}>
      {formatDay(iso, locale())}
    </time>
  );
}

/** A moment, in the Commission's time unless another zone is said. */
export function InstantText({ iso, zone }: { iso: string; zone?: string }) {
  return <time dateTime={iso}>{formatInstant(iso, locale(), zone)}</time>;
}
