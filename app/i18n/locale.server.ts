import { AsyncLocalStorage } from "node:async_hooks";
import { baseLocale, type Locale, overwriteGetLocale } from "./paraglide/runtime";

const spoken = new AsyncLocalStorage<Locale>();

overwriteGetLocale(() => spoken.getStore() ?? baseLocale);

/** Runs `work` with every message in `language`; concurrent requests do not hear each other. */
export const inLanguage = <T>(language: Locale, work: () => T): T => spoken.run(language, work);
