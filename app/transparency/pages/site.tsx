import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { openToAll } from "~/http/latch.server";
import { PublicLayout } from "~/layouts/public";
import { translated } from "~/urls";

/** What every public page shares. It reads no cookie: the page is the same for everyone. */
export async function loader({ context }: LoaderFunctionArgs) {
  openToAll();
  return { demonstration: context.demonstration, language: context.language };
}

export default function Site() {
  const { demonstration, language } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <PublicLayout pathname={translated(pathname, language)} demonstration={demonstration} language={language}>
      <Outlet />
    </PublicLayout>
  );
}
