import "@remix-run/server-runtime";
import type { Locale } from "~/i18n";

declare module "@remix-run/server-runtime" {
  /** Types of loaders and actions as single fetch gives them. */
  interface Future {
    v3_singleFetch: true;
  }

  /** What the server knows of a request before Remix sees it. */
  interface AppLoadContext {
    /** The moment of the request. Commands take the time from here. */
    now: Date;
    requestId: string;
    /** Of the content security policy; empty on pages without scripts. */
    nonce: string;
    language: Locale;
    /** The caller's network address, after trusted proxies. */
    address: string;
    demonstration: boolean;
    /** Whether cookies travel by https only. */
    secure: boolean;
    /** Of this portal, for links in letters: configured, never taken from a request. */
    origin: string;
    /** Whether letters leave by SMTP. */
    sendsMail: boolean;
    /** The path that was asked for, when the doors sent the request elsewhere. */
    wanted: string;
  }
}
