import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { roleWord } from "~/directory/words";
import { locale, m } from "~/i18n";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { SampleMark, Tag } from "~/ui/tag";
import { InstantText } from "~/ui/time";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { listAccounts, openInvitations } from "../queries.server";

export async function loader({ context }: LoaderFunctionArgs) {
  requireActor(context, "accounts.manage");
  const [people, invitations] = [await listAccounts(connection()), await openInvitations(connection())];
  return {
    people: people.map(({ disabledAt, ...person }) => ({ ...person, disabled: disabledAt !== null })),
    invitations: invitations.map(({ expiresAt, createdAt, ...invitation }) => ({
      ...invitation,
      ends: expiresAt.toISOString(),
      over: expiresAt <= context.now,
    })),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_people()} · ${m.portal_name()}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function PeoplePage() {
  const { people, invitations } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.accounts_people()}
        lead={m.accounts_peopleLead()}
        actions={<LinkButton href={href(urls.invite)}>{m.accounts_invite()}</LinkButton>}
      />
      <People people={people} />
      <Section title={m.accounts_invitations()}>
        <Invitations invitations={invitations} />
      </Section>
    </>
  );
}

function People({ people }: Pick<Data, "people">) {
  const represents = (person: Data["people"][number]) =>
    (locale() === "es" ? person.institutionEs : person.institutionEn) ?? person.stateName ?? "—";
  return (
    <DataTable
      caption={m.accounts_peopleCount({ count: people.length })}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: m.accounts_name(),
          cell: ({ id, name, sample }) => (
            <>
              <a href={href(urls.person, { id })}>{name}</a> {sample && <SampleMark />}
            </>
          ),
        },
        { key: "role", header: m.accounts_role(), cell: ({ role }) => roleWord(role) },
        { key: "for", header: m.accounts_represents(), cell: represents },
        {
          key: "status",
          header: m.accounts_status(),
          cell: ({ disabled }) =>
            disabled ? (
              <Tag tone="warning">{m.accounts_disabled()}</Tag>
            ) : (
              <Tag tone="success">{m.accounts_active()}</Tag>
            ),
        },
      ]}
    />
  );
}

function Invitations({ invitations }: Pick<Data, "invitations">) {
  if (invitations.length === 0) return <EmptyState title={m.accounts_noInvitations()} />;
  return (
    <DataTable
      caption={m.accounts_invitations()}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: m.accounts_name(), cell: ({ name }) => name },
        { key: "email", header: m.accounts_email(), cell: ({ email }) => email },
        { key: "role", header: m.accounts_role(), cell: ({ role }) => roleWord(role) },
        {
          key: "ends",
          header: m.accounts_ends(),
          cell: ({ ends, over }) =>
            over ? <Tag tone="warning">{m.accounts_over()}</Tag> : <InstantText iso={ends} />,
        },
        {
          key: "withdraw",
          header: m.accounts_withdraw(),
          cell: ({ id }) => <a href={href(urls.withdrawInvitation, { id })}>{m.accounts_withdraw()}</a>,
        },
      ]}
    />
  );
}
