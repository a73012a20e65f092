import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { openSessions } from "~/auth/lucia.server";
import { roleDuty, roleWord } from "~/directory/words";
import { m } from "~/i18n";
import { LinkButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { PageHeader, Section } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { InstantText } from "~/ui/time";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { findAccount } from "../queries.server";

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = requireActor(context, "account.keep-own");
  const sessions = await openSessions(connection(), actor.personId, context.now);
  const account = await findAccount(connection(), actor.personId);
  return {
    name: actor.name,
    office: actor.office,
    role: actor.role,
    email: account?.email ?? "",
    sessions: sessions.map(({ id, createdAt, device }) => ({
      id,
      device,
      since: createdAt.toISOString(),
      present: id === context.visitor?.sessionId,
    })),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.portal_myAccount()} · ${m.portal_name()}` }];

export default function MyAccountPage() {
  const { name, office, role, email, sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.portal_myAccount()}
        actions={
          <LinkButton tone="secondary" href={href(urls.changePassword)}>
            {m.accounts_changePassword()}
          </LinkButton>
        }
      />
      <DefinitionList
        items={[
          { term: m.accounts_name(), description: name },
          { term: m.accounts_office(), description: office },
          { term: m.accounts_email(), description: email },
          { term: m.accounts_role(), description: `${roleWord(role)}. ${roleDuty(role)}` },
        ]}
      />
      <Section title={m.accounts_sessions()} lead={m.accounts_sessionsLead()}>
        <DataTable
          caption={m.accounts_sessions()}
          captionHidden
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            { key: "device", header: m.accounts_device(), cell: ({ device }) => device },
            { key: "since", header: m.accounts_since(), cell: ({ since }) => <InstantText iso={since} /> },
            {
              key: "end",
              header: m.accounts_endSession(),
              cell: ({ id, present }) =>
                present ? (
                  <Tag tone="success">{m.accounts_thisSession()}</Tag>
                ) : (
                  <a href={href(urls.endOwnSession, { id })}>{m.accounts_endSession()}</a>
                ),
            },
          ]}
        />
      </Section>
    </>
  );
}
