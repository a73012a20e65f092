import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import { head } from "./captured";

export const links = () => head;

export default function App() {
  return (
    <html lang="es-MX">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
