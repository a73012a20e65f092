import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { openToAll } from "./http/latch.server";
import { locale } from "./i18n";
import { ErrorPage } from "./layouts/error-page";
import styles from "./styles.css?url";

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
  const requestId = useRouteLoaderData<typeof loader>("root")?.requestId;
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} requestId={requestId} />;
  const message = typeof error.data?.message === "string" ? error.data.message : undefined;
  return <ErrorPage status={error.status} message={message} requestId={requestId} />;
}
