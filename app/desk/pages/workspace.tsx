import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { roleWord } from "~/directory/words";
import { m } from "~/i18n";
import { StaffLayout } from "~/layouts/staff";
import { Notice } from "~/ui/notice";
import { connection } from "~db/client.server";
import { roomsFor } from "../nav";
import { standsFor } from "../queries.server";

/** What an act has just caused, from the address it led to: `?hecho=seatVote` says `done_seatVote`. */
function doneText(done: string | null): string | null {
  const key = `done_${done}`;
  return Object.hasOwn(m, key) ? (m[key as keyof typeof m] as () => string)() : null;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, "desk.read");
  const { pathname, searchParams } = new URL(request.url);
  const { institution, state } = await standsFor(connection(), actor);
  return {
    person: { name: actor.name, represents: institution?.name ?? state?.name ?? roleWord(actor.role) },
    rooms: roomsFor(actor, pathname.replace(/\.data$/, "")),
    done: doneText(searchParams.get("hecho")),
    demonstration: context.demonstration,
  };
}

export default function Workspace() {
  const { person, rooms, done, demonstration } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <StaffLayout pathname={pathname} person={person} nav={rooms} demonstration={demonstration}>
      {done && (
        <Notice tone="success" announced>
          {done}
        </Notice>
      )}
      <Outlet />
    </StaffLayout>
  );
}
