import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { timelineOf } from "~/audit/queries.server";
import { RecordTimeline } from "~/audit/record-timeline";
import { requireActor } from "~/auth/current-user.server";
import { roleWord } from "~/directory/words";
import { locale, m } from "~/i18n";
import { Refusal } from "~/refusal";
import { ButtonRow, LinkButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { PageHeader, Section } from "~/ui/page";
import { SampleMark } from "~/ui/tag";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { findAccount } from "../queries.server";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "accounts.manage");
  const person = await findAccount(connection(), params.id ?? "");
  if (!person) throw new Refusal("missing", "refusal_missing");
  const { disabledAt, ...shown } = person;
  const timeline = await timelineOf(connection(), "person", person.id);
  return { person: { ...shown, disabled: disabledAt !== null }, timeline };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? ""} · ${m.portal_name()}` },
];

export default function PersonPage() {
  const { person, timeline } = useLoaderData<typeof loader>();
  const { id, name, office, email, role, disabled, sample } = person;
  const institution = locale() === "es" ? person.institutionEs : person.institutionEn;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ label: m.accounts_people(), to: href(urls.people) }, { label: name }]}
        eyebrow={sample ? <SampleMark /> : undefined}
      />
      <DefinitionList
        items={[
          { term: m.accounts_office(), description: office },
          { term: m.accounts_email(), description: email ?? "—" },
          { term: m.accounts_role(), description: roleWord(role) },
          { term: m.accounts_represents(), description: institution ?? person.stateName ?? "—" },
          { term: m.accounts_status(), description: disabled ? m.accounts_disabled() : m.accounts_active() },
        ]}
      />
      <ButtonRow>
        <LinkButton tone="secondary" href={href(urls.changeRole, { id })}>
          {m.accounts_changeRole()}
        </LinkButton>
        <LinkButton tone="secondary" href={href(urls.endSessions, { id })}>
          {m.accounts_endSessions()}
        </LinkButton>
        {disabled ? (
          <LinkButton tone="secondary" href={href(urls.enablePerson, { id })}>
            {m.accounts_enable()}
          </LinkButton>
        ) : (
          <LinkButton tone="danger" href={href(urls.disablePerson, { id })}>
            {m.accounts_disable()}
          </LinkButton>
        )}
      </ButtonRow>
      <Section title={m.accounts_history()}>
        <RecordTimeline told={timeline} opensPeople />
      </Section>
    </>
  );
}
