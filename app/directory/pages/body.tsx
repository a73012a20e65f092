import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { timelineOf } from "~/audit/queries.server";
import { RecordTimeline } from "~/audit/record-timeline";
import { requireActor } from "~/auth/current-user.server";
import { m } from "~/i18n";
import { commissionDay } from "~/jobs/clock";
import { Refusal } from "~/refusal";
import { EmptyState, Notice } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { href, urls } from "~/urls";
import { connection } from "~db/client.server";
import { findBody } from "../queries.server";
import { SeatTable } from "../seat-table";
import { Sources } from "../sources";
import { bodyKindWord } from "../words";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireActor(context, "directory.read");
  const body = await findBody(connection(), params.id ?? "", commissionDay(context.now));
  if (!body) throw new Refusal("missing", "refusal_missing");
  return { body, told: await timelineOf(connection(), "body", body.id) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.body.name ?? m.directory_body()} · ${m.portal_name()}` },
];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BodyPage() {
  const { body, told } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={body.name}
        eyebrow={bodyKindWord(body.kind)}
        breadcrumbs={[
          { label: m.directory_title(), to: href(urls.directory) },
          ...(body.state
            ? [{ label: body.state.name, to: href(urls.directoryState, { slug: body.state.slug }) }]
            : []),
          { label: body.short },
        ]}
      />
      {body.parent && (
        <p>
          {m.directory_partOf()}: <a href={href(urls.body, { id: body.parent.id })}>{body.parent.name}</a>
        </p>
      )}
      <Section title={m.directory_seats()} lead={seatsLead(body)}>
        <Seats body={body} />
      </Section>
      <Section title={m.directory_sources()}>
        <Sources sources={body.sources} />
      </Section>
      <Section title={m.directory_history()}>
        <RecordTimeline told={told} />
      </Section>
    </>
  );
}

function seatsLead({ seats }: Data["body"]) {
  if (seats.length === 0) return undefined;
  const vacant = seats.filter(({ titular }) => titular === null).length;
  return `${m.directory_seatCount({ count: seats.length })} ${m.directory_vacantCount({ count: vacant })}`;
}

function Seats({ body }: Pick<Data, "body">) {
  if (body.seats.length === 0) {
    return <EmptyState title={m.directory_noSeats()}>{m.directory_noSeatsMeans()}</EmptyState>;
  }
  const unconfirmed = body.seats.some(({ vote }) => vote === null);
  return (
    <>
      {unconfirmed && <Notice>{m.directory_allSeatsVote()}</Notice>}
      <SeatTable seats={body.seats} caption={m.directory_seatsOf({ body: body.short })} />
    </>
  );
}
