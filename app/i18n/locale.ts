import { baseLocale, getLocale, type Locale, locales, overwriteGetLocale } from "./paraglide/runtime";

export { baseLocale, type Locale, locales };

/** The language in which the present request, or the present page, speaks: `"es"` or `"en"`. */
export const locale = (): Locale => getLocale();

/** The tag for `Intl`: plain `es` would group thousands with a dot, which Mexico does not. */
export const intlLocale = (language: Locale = locale()): string => (language === "es" ? "es-MX" : "en");

// In the browser the page itself says its language; on the server `locale.server.ts` takes over.
if (typeof document !== "undefined") {
  overwriteGetLocale(() => (document.documentElement.lang.startsWith("en") ? "en" : "es"));
}
