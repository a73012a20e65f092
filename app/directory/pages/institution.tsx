import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { timelineOf } from "~/audit/queries.server";
import { RecordTimeline } from "~/audit/record-timeline";
import { requireActor } from "~/auth/current-user.server";
import { can } from "~/auth/permissions";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { Gone, InstitutionFacts, InstitutionNames, InstitutionPeople } from "../institution-parts";
import { findInstitution } from "../queries.server";
import { SeatTable } from "../seat-table";
import { Sources } from "../sources";
import { kindWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, "directory.read");
  const institution = await findInstitution(connection(), params.id ?? "", commissionDay(context.now));
  if (!institution) throw new Refusal("missing", "refusal_missing");
  const mayKeep = can(actor, "directory.keep") && institution.absorbedById === null;
  return { institution, mayKeep, told: await timelineOf(connection(), "institution", institution.id) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.institution.name ?? m.directory_institution()} · ${m.portal_name()}` },
];

export default function InstitutionPage() {
  const { institution, mayKeep, told } = useLoaderData<typeof loader>();
  const { id, name, short, seats } = institution;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={kindWord(institution.kind)}
        breadcrumbs={[{ label: m.directory_title(), to: href(urls.directory) }, { label: short }]}
        actions={mayKeep && <InstitutionActs id={id} />}
      />
      <Gone institution={institution} />
      <InstitutionFacts institution={institution} />
      <Section title={m.directory_seats()}>
        {seats.length > 0 ? (
          <SeatTable seats={seats} caption={m.directory_seatsOf({ body: short })} />
        ) : (
          <EmptyState title={m.directory_holdsNoSeat()}>{m.directory_holdsNoSeatMeans()}</EmptyState>
        )}
      </Section>
      <Section title={m.directory_accounts()} lead={m.directory_accountsLead()}>
        <InstitutionPeople people={institution.people} />
      </Section>
      <InstitutionNames institution={institution} />
      <Section title={m.directory_sources()}>
        <Sources sources={institution.sources} />
      </Section>
      <Section title={m.directory_history()}>
        <RecordTimeline told={told} />
      </Section>
    </>
  );
}

function InstitutionActs({ id }: { id: string }) {
  return (
    <>
      <LinkButton href={href(urls.renameInstitution, { id })} tone="secondary">
        {m.directory_rename()}
      </LinkButton>
      <LinkButton href={href(urls.absorbInstitution, { id })} tone="secondary">
        {m.directory_absorb()}
      </LinkButton>
    </>
  );
}
