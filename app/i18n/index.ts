export { intlLocale, type Locale, locale, locales } from "./locale";
export { m } from "./paraglide/messages";
