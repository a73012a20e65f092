import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { timelineOf } from "~/audit/queries.server";
import { RecordTimeline } from "~/audit/record-timeline";
import { requireActor } from "~/auth/current-user.server";
import { can } from "~/auth/permissions";
import { m } from "~/i18n";
import { Refusal } from "~/refusal";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { PhaseTag, SecretariatTag } from "../report-tags";
import { Clue, Reports, StateBodies, StateInstitutions } from "../state-parts";
import { findState } from "../state-queries.server";
import { phaseMeaning, phaseWord, secretariatMeaning, secretariatWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, "directory.read");
  const state = await findState(connection(), params.slug ?? "");
  if (!state) throw new Refusal("missing", "refusal_missing");
  return {
    state,
    mayReport: can(actor, "directory.report-state", { stateId: state.id }),
    mayKeep: can(actor, "directory.keep"),
    told: await timelineOf(connection(), "state", state.id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.state.name ?? m.directory_state()} · ${m.portal_name()}` },
];

export default function StatePage() {
  const { state, mayReport, mayKeep, told } = useLoaderData<typeof loader>();
  const { slug, name, secretariat, phase } = state;
  const report = (to: string, label: string) => mayReport && <LinkButton href={to}>{label}</LinkButton>;
  const reportSecretariat = report(href(urls.reportSecretariat, { slug }), m.directory_reportSecretariat());
  const reportPhase = report(href(urls.reportPhase, { slug }), m.directory_reportPhase());
  const added = (
    <LinkButton href={href(urls.addStateBody, { slug })} tone="secondary">
      {m.directory_addInstitution()}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={m.directory_state()}
        lead={m.directory_stateLead()}
        breadcrumbs={[{ label: m.directory_title(), to: href(urls.directory) }, { label: name }]}
      />
      <Section title={m.directory_secretariat()} actions={reportSecretariat}>
        <p>
          <SecretariatTag status={secretariat} /> {secretariatMeaning(secretariat)}
        </p>
        <Reports
          caption={m.directory_secretariatReports()}
          reports={state.secretariats.map((one) => ({ ...one, said: secretariatWord(one.status) }))}
        />
      </Section>
      <Section title={m.directory_stateCommission()} actions={reportPhase}>
        <p>
          <PhaseTag phase={phase} /> {phaseMeaning(phase)}
        </p>
        <Clue state={state} />
        <Reports
          caption={m.directory_phaseReports()}
          reports={state.phases.map((one) => ({ ...one, said: phaseWord(one.phase) }))}
        />
        <StateBodies bodies={state.bodies} />
      </Section>
      <Section title={m.directory_stateInstitutions()} actions={mayKeep && added}>
        {state.institutions.length > 0 ? (
          <StateInstitutions institutions={state.institutions} />
        ) : (
          <EmptyState title={m.directory_noStateInstitutions()}>
            {m.directory_noStateInstitutionsMeans()}
          </EmptyState>
        )}
      </Section>
      <Section title={m.directory_history()}>
        <RecordTimeline told={told} />
      </Section>
    </>
  );
}
