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

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type State = Data["state"];

export default function StatePage() {
  const { state, mayReport, mayKeep, told } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={state.name}
        eyebrow={m.directory_state()}
        lead={m.directory_stateLead()}
        breadcrumbs={[{ label: m.directory_title(), to: href(urls.directory) }, { label: state.name }]}
      />
      <Secretariat state={state} mayReport={mayReport} />
      <Commission state={state} mayReport={mayReport} />
      <Institutions state={state} mayKeep={mayKeep} />
      <Section title={m.directory_history()}>
        <RecordTimeline told={told} />
      </Section>
    </>
  );
}

function Secretariat({ state, mayReport }: { state: State; mayReport: boolean }) {
  const to = href(urls.reportSecretariat, { slug: state.slug });
  const report = mayReport && <LinkButton href={to}>{m.directory_reportSecretariat()}</LinkButton>;
  return (
    <Section title={m.directory_secretariat()} actions={report}>
      <p>
        <SecretariatTag status={state.secretariat} /> {secretariatMeaning(state.secretariat)}
      </p>
      <Reports
        caption={m.directory_secretariatReports()}
        reports={state.secretariats.map((one) => ({ ...one, said: secretariatWord(one.status) }))}
      />
    </Section>
  );
}

function Commission({ state, mayReport }: { state: State; mayReport: boolean }) {
  const to = href(urls.reportPhase, { slug: state.slug });
  const report = mayReport && <LinkButton href={to}>{m.directory_reportPhase()}</LinkButton>;
  return (
    <Section title={m.directory_stateCommission()} actions={report}>
      <p>
        <PhaseTag phase={state.phase} /> {phaseMeaning(state.phase)}
      </p>
      <Clue state={state} />
      <Reports
        caption={m.directory_phaseReports()}
        reports={state.phases.map((one) => ({ ...one, said: phaseWord(one.phase) }))}
      />
      <StateBodies bodies={state.bodies} />
    </Section>
  );
}

function Institutions({ state, mayKeep }: { state: State; mayKeep: boolean }) {
  const add = (
    <LinkButton href={href(urls.addStateBody, { slug: state.slug })} tone="secondary">
      {m.directory_addInstitution()}
    </LinkButton>
  );
  return (
    <Section title={m.directory_stateInstitutions()} actions={mayKeep && add}>
      {state.institutions.length > 0 ? (
        <StateInstitutions institutions={state.institutions} />
      ) : (
        <EmptyState title={m.directory_noStateInstitutions()}>
          {m.directory_noStateInstitutionsMeans()}
        </EmptyState>
      )}
    </Section>
  );
}
