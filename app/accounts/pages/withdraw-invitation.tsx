import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { ConfirmForm } from "../confirm-form";
import { confirmationForm } from "../forms";
import { withdrawInvitation } from "../invitations.server";
import { openInvitations } from "../queries.server";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "accounts.manage");
  const open = await openInvitations(connection());
  const invitation = open.find(({ id }) => id === params.id);
  if (!invitation) throw new Refusal("missing", "refusal_missing");
  return { key: newKey(), name: invitation.name };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "accounts.manage");
  const id = params.id ?? "";
  return submit(request, connection(), {
    form: confirmationForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx) => withdrawInvitation(tx, actor, id),
    goTo: () => `${href(urls.people)}?hecho=withdrawn`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_withdraw()} · ${m.portal_name()}` }];

export default function WithdrawInvitationPage() {
  const { key, name } = useLoaderData<typeof loader>();
  return (
    <ConfirmForm
      idempotencyKey={key}
      title={m.accounts_withdraw()}
      button={m.accounts_withdraw()}
      back={href(urls.people)}
    >
      <p>{m.accounts_withdrawLead({ name })}</p>
    </ConfirmForm>
  );
}
