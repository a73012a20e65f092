import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/current-user.server";
import { m } from "~/i18n";
import { newestLetters } from "~/mail/queries.server";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState, Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { InstantText } from "~/ui/time";
import { urls } from "~/urls";
import { connection } from "~db/client.server";

/** A reset link opens someone's account: nobody else sees it, however the letter came to wait here. */
const opensAccount = (body: string) => body.includes(`${urls.requestReset}/`);

/** A letter's text is shown only by a demonstration that sends none: elsewhere it belongs to its reader. */
export async function loader({ context }: LoaderFunctionArgs) {
  requireActor(context, "mail.read");
  const showsText = context.demonstration && !context.sendsMail;
  const letters = await newestLetters(connection());
  return {
    showsText,
    letters: letters.map(({ id, recipient, subject, body, createdAt, sentAt, failedAt, lastError }) => ({
      id,
      recipient,
      subject,
      body: showsText && !opensAccount(body) ? body : "",
      at: createdAt.toISOString(),
      status: sentAt ? ("sent" as const) : failedAt ? ("failed" as const) : ("waiting" as const),
      lastError,
    })),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_mail()} · ${m.portal_name()}` }];

const tones = { sent: "success", failed: "error", waiting: "info" } as const;
const words = { sent: m.accounts_mailSent, failed: m.accounts_mailFailed, waiting: m.accounts_mailWaiting };

export default function MailPage() {
  const { letters, showsText } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.accounts_mail()} lead={m.accounts_mailLead()} />
      {showsText && <Notice tone="info">{m.accounts_mailDemonstration()}</Notice>}
      {letters.length === 0 ? (
        <EmptyState title={m.accounts_noMail()} />
      ) : (
        <DataTable
          caption={m.accounts_mail()}
          captionHidden
          rows={letters}
          rowKey={({ id }) => id}
          columns={[
            { key: "to", header: m.accounts_mailTo(), cell: ({ recipient }) => recipient },
            {
              key: "subject",
              header: m.accounts_mailSubject(),
              cell: ({ subject, body }) => (body ? <Letter subject={subject} body={body} /> : subject),
            },
            { key: "at", header: m.accounts_mailAt(), cell: ({ at }) => <InstantText iso={at} /> },
            {
              key: "status",
              header: m.accounts_status(),
              cell: ({ status }) => <Tag tone={tones[status]}>{words[status]()}</Tag>,
            },
          ]}
        />
      )}
    </>
  );
}

function Letter({ subject, body }: { subject: string; body: string }) {
  const [link] = /https?:\/\/\S+/.exec(body) ?? [];
  return (
    <Disclosure summary={subject}>
      <p className="letter">{body}</p>
      {link && <a href={link}>{m.accounts_openLink()}</a>}
    </Disclosure>
  );
}
