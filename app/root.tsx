import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { openToAll } from "./http/latch.server";
import { locale } from "./i18n";
import { ErrorPage } from "./layouts/error-page";
import styles from "./styles.css?url";
import { href, urls } from "./urls";

export const links: LinksFunction = () => [
  {
    rel: "preload",
    href: "/fonts/noto-sans-latin-400.woff2",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export function loader({ context }: LoaderFunctionArgs) {
  openToAll();
  // Only pages with scripts carry a nonce, and only they need to know it.
  return { nonce: context.nonce, requestId: context.requestId };
}

/** Pages ask for framework JavaScript with `handle = { hydrate: true }`; the others are links and forms. */
const useHydration = () =>
  useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);

export function Layout({ children }: { children: ReactNode }) {
  const hydrated = useHydration();
  const nonce = useRouteLoaderData<typeof loader>("root")?.nonce;
  return (
    <html lang={locale() === "es" ? "es-MX" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrated && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Portal() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname } = useLocation();
  const requestId = useRouteLoaderData<typeof loader>("root")?.requestId;
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} requestId={requestId} />;
  const { status, data } = error;
  const message = typeof data?.message === "string" ? data.message : undefined;
  // Only who is signed in is told that something is not for them, or that something of the workspace is not there.
  const isAtWork = status === 403 || pathname.startsWith(href(urls.desk));
  const home = isAtWork ? href(urls.desk) : undefined;
  return <ErrorPage status={status} message={message} requestId={requestId} home={home} />;
}
