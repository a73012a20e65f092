import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { can } from "~/auth/permissions";
import { m } from "~/i18n";
import { ButtonRow, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { head, recent } from "../queries.server";
import { RecordTimeline } from "../record-timeline";

/** `?antes=51` shows the entries before number 51. Anything else shows the newest. */
function beforeOf(request: Request): number | null {
  const before = new URL(request.url).searchParams.get("antes") ?? "";
  return /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, "record.read");
  const before = beforeOf(request);
  return {
    ...(await recent(connection(), before)),
    before,
    head: await head(connection()),
    demonstration: context.demonstration,
    opensPeople: can(actor, "accounts.manage"),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.audit_title()} · ${m.portal_name()}` }];

export default function RecordPage() {
  const { told, older, before, head, demonstration, opensPeople } = useLoaderData<typeof loader>();
  const address = href(urls.record);
  return (
    <>
      <PageHeader title={m.audit_title()} lead={m.audit_lead()} />
      {demonstration && <Notice>{m.audit_demonstration()}</Notice>}
      <Section title={m.audit_proof()} lead={m.audit_proofLead()}>
        <p>{m.audit_head({ count: head.seq })}</p>
        <p>
          <code>{head.hash}</code>
        </p>
      </Section>
      <Section
        title={m.audit_entries()}
        lead={told[0] && m.audit_shown({ from: told[0].seq, to: told.at(-1)?.seq ?? 1 })}
      >
        <RecordTimeline told={told} withSubject opensPeople={opensPeople} />
        <ButtonRow>
          {before !== null && (
            <LinkButton href={address} tone="secondary">
              {m.audit_newest()}
            </LinkButton>
          )}
          {older !== null && (
            <LinkButton href={`${address}?antes=${older}`} tone="secondary">
              {m.audit_older()}
            </LinkButton>
          )}
        </ButtonRow>
      </Section>
    </>
  );
}
