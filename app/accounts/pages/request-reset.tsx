import { getFormProps, useForm } from "@conform-to/react";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newKey } from "~/http/idempotency.server";
import { openToAll } from "~/http/latch.server";
import { attempt } from "~/http/submit.server";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { resetRequestForm } from "../forms";
import { requestReset } from "../passwords.server";
import { administrators } from "../queries.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  openToAll();
  const sent = new URL(request.url).searchParams.has("enviado");
  const whomToAsk = context.sendsMail ? [] : await administrators(connection());
  return { key: newKey(), sent, sendsMail: context.sendsMail, whomToAsk };
}

export async function action({ request, context }: ActionFunctionArgs) {
  openToAll();
  return attempt(request, { form: resetRequestForm }, async ({ email }) => {
    if (!context.sendsMail) throw new Refusal("conflict", "accounts_resetWithoutMail");
    await requestReset(connection(), email, context);
    return redirect(`${href(urls.requestReset)}?enviado=1`, 303);
  });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_reset()} · ${m.portal_name()}` }];

export default function RequestResetPage() {
  const { key, sent, sendsMail, whomToAsk } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, { email }] = useForm({
    id: "reset",
    lastResult: unsent?.submission,
    defaultValue: { email: "" },
  });
  return (
    <>
      <PageHeader title={m.accounts_reset()} lead={sendsMail ? m.accounts_resetLead() : undefined} />
      {sent && (
        <Notice tone="success" announced>
          {m.accounts_resetSent()}
        </Notice>
      )}
      <FormErrors form={form} fields={[{ field: email, label: m.accounts_email() }]} />
      {sendsMail ? (
        <Form {...getFormProps(form)} idempotencyKey={key}>
          <TextField field={email} label={m.accounts_email()} type="email" autoComplete="username" required />
          <SubmitButton>{m.accounts_resetButton()}</SubmitButton>
        </Form>
      ) : (
        <Notice tone="warning" title={m.accounts_resetWithoutMail()}>
          <p>{m.accounts_resetAsk()}</p>
          <ul>
            {whomToAsk.map(({ name, office }) => (
              <li key={name}>
                {name}, {office}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
