import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { disablePerson } from "../commands.server";
import { ConfirmForm } from "../confirm-form";
import { confirmationForm } from "../forms";
import { findAccount } from "../queries.server";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "accounts.manage");
  const person = await findAccount(connection(), params.id ?? "");
  if (!person) throw new Refusal("missing", "refusal_missing");
  return { key: newKey(), id: person.id, name: person.name };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "accounts.manage");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: confirmationForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx) => disablePerson(tx, actor, id),
    goTo: () => `${href(urls.person, { id })}?hecho=disabled`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_disable()} · ${m.portal_name()}` }];

export default function DisablePersonPage() {
  const { key, id, name } = useLoaderData<typeof loader>();
  return (
    <ConfirmForm
      idempotencyKey={key}
      title={m.accounts_disable()}
      button={m.accounts_disable()}
      back={href(urls.person, { id })}
    >
      <p>{m.accounts_disableLead({ name })}</p>
    </ConfirmForm>
  );
}
