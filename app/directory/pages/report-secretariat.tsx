import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { newKey } from "~/http/idempotency.server";
import { submit } from "~/http/submit.server";
import { m } from "~/i18n";
import { SubmitButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { reportedSecretariats, secretariatForm } from "../forms";
import { ReportFields, stateCrumbs } from "../report-fields";
import { reportSecretariat } from "../state-commands.server";
import { stateForReport } from "../state-queries.server";
import { secretariatMeaning, secretariatWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, "directory.report-state");
  const state = await stateForReport(connection(), actor, params.slug);
  return { key: newKey(), state };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.report-state");
  const { slug } = await stateForReport(connection(), actor, params.slug);
  return submit(request, connection(), {
    form: secretariatForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, report) => reportSecretariat(tx, actor, slug, report),
    goTo: () => `${href(urls.directoryState, { slug })}?hecho=secretariatReported`,
  });
}

export const meta: MetaFunction = () => [
  { title: `${m.directory_reportSecretariat()} · ${m.portal_name()}` },
];

export default function ReportSecretariatPage() {
  const { key, state } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "secretariat",
    lastResult: unsent?.submission,
    defaultValue: { status: "", sinceDay: "", source: "" },
  });
  const label = m.directory_secretariatQuestion();
  const named = [
    { field: fields.status, label },
    { field: fields.sinceDay, label: m.directory_since() },
    { field: fields.source, label: m.directory_source() },
  ];
  return (
    <>
      <PageHeader
        title={m.directory_reportSecretariat()}
        eyebrow={state.name}
        lead={m.directory_reportLead()}
        breadcrumbs={stateCrumbs(state, m.directory_reportSecretariat())}
      />
      <FormErrors form={form} fields={named} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <RadioGroup
          field={fields.status}
          label={label}
          options={reportedSecretariats.map((value) => ({
            value,
            label: secretariatWord(value),
            hint: secretariatMeaning(value),
          }))}
          required
        />
        <ReportFields sinceDay={fields.sinceDay} source={fields.source} />
        <SubmitButton>{m.directory_reportButton()}</SubmitButton>
      </Form>
    </>
  );
}
