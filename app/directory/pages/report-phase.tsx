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
import { phaseForm, reportedPhases } from "../forms";
import { ReportFields, stateCrumbs } from "../report-fields";
import { reportPhase } from "../state-commands.server";
import { stateForReport } from "../state-queries.server";
import { phaseMeaning, phaseWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, "directory.report-state");
  const state = await stateForReport(connection(), actor, params.slug);
  return { key: newKey(), state };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = requireActor(context, "directory.report-state");
  const { slug } = await stateForReport(connection(), actor, params.slug);
  return submit(request, connection(), {
    form: phaseForm,
    senderId: actor.personId,
    now: context.now,
    act: (tx, report) => reportPhase(tx, actor, slug, report),
    goTo: () => `${href(urls.directoryState, { slug })}?hecho=phaseReported`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.directory_reportPhase()} · ${m.portal_name()}` }];

export default function ReportPhasePage() {
  const { key, state } = useLoaderData<typeof loader>();
  const unsent = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "phase",
    lastResult: unsent?.submission,
    defaultValue: { phase: "", sinceDay: "", source: "" },
  });
  const label = m.directory_phaseQuestion();
  const named = [
    { field: fields.phase, label },
    { field: fields.sinceDay, label: m.directory_since() },
    { field: fields.source, label: m.directory_source() },
  ];
  return (
    <>
      <PageHeader
        title={m.directory_reportPhase()}
        eyebrow={state.name}
        lead={m.directory_reportLead()}
        breadcrumbs={stateCrumbs(state, m.directory_reportPhase())}
      />
      <FormErrors form={form} fields={named} />
      <Form {...getFormProps(form)} idempotencyKey={key}>
        <RadioGroup
          field={fields.phase}
          label={label}
          options={reportedPhases.map((value) => ({
            value,
            label: phaseWord(value),
            hint: phaseMeaning(value),
          }))}
          required
        />
        <ReportFields sinceDay={fields.sinceDay} source={fields.source} />
        <SubmitButton>{m.directory_reportButton()}</SubmitButton>
      </Form>
    </>
  );
}
