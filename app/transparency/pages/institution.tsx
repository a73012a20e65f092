import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { kindWord, levelWord } from "~/directory/words";
import { openToAll } from "~/http/latch.server";
import { locale, m } from "~/i18n";
import { type Definition, DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { SampleMark } from "~/ui/tag";
import { formatDay } from "~/ui/time";
import { href } from "~/urls";
import { connection } from "~db/client.server";
import { InstitutionLink } from "../institution-link";
import { findInstitution } from "../institution-queries.server";
import { fullName } from "../names";
import { pageMeta } from "../page-meta";
import { commissionSeats, findVoteRule } from "../seat-queries.server";
import { SeatTable } from "../seat-table";
import { InSpanish, SourceList } from "../sources";
import { VoteNote } from "../vote-rule";

export async function loader({ params }: LoaderFunctionArgs) {
  openToAll();
  const db = connection();
  const institution = await findInstitution(db, params.id ?? "");
  const seats = await commissionSeats(db);
  return {
    institution,
    rule: await findVoteRule(db),
    seatCount: seats.length,
    settledVotes: seats.filter(({ vote }) => vote !== null).length,
  };
}

type Shown = Awaited<ReturnType<typeof loader>>["institution"];

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta(fullName(data.institution), data.institution.role ?? m.transparency_institutions_lead())
    : pageMeta(m.portal_error404(), m.portal_error404Text());

export default function InstitutionPage() {
  const { institution, ...votes } = useLoaderData<typeof loader>();
  const { name, acronym, kind, role, seats, sources, sample } = institution;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={acronym ? `${acronym} · ${kindWord(kind)}` : kindWord(kind)}
        lead={role}
        breadcrumbs={[
          { label: m.portal_home(), to: href("/") },
          { label: m.transparency_institutions_title(), to: href("/instituciones") },
          { label: acronym ?? name },
        ]}
      />
      {sample && <SampleNotice />}
      <Absorbed institution={institution} />
      <Section title={m.transparency_institution_facts()}>
        <DefinitionList items={factsOf(institution)} />
      </Section>
      <Section title={m.transparency_institution_seats()}>
        {seats.length === 0 ? (
          <p>{m.transparency_institution_noSeat()}</p>
        ) : (
          <>
            <SeatTable caption={m.transparency_institution_seats()} seats={seats} ofBody />
            <div className="prose">
              <VoteNote {...votes} />
            </div>
          </>
        )}
      </Section>
      <FormerNames institution={institution} />
      <Section title={m.transparency_sources()}>
        <SourceList sources={sources} />
      </Section>
    </>
  );
}

function SampleNotice() {
  return (
    <Notice tone="warning">
      <p>
        <SampleMark /> {m.transparency_sampleNote()}
      </p>
    </Notice>
  );
}

function Absorbed({ institution: { absorbedBy, absorbedOn } }: { institution: Shown }) {
  if (!absorbedBy || !absorbedOn) return null;
  return (
    <Notice>
      <p>
        {m.transparency_institution_absorbed({ date: formatDay(absorbedOn, locale()) })}{" "}
        <InstitutionLink institution={absorbedBy} />
      </p>
    </Notice>
  );
}

function factsOf({ kind, level, parent, state, units, aliases }: Shown): Definition[] {
  const facts: (Definition | null)[] = [
    { term: m.transparency_institution_kind(), description: kindWord(kind) },
    { term: m.transparency_institution_level(), description: levelWord(level) },
    parent && {
      term: m.transparency_institution_parent(),
      description: <InstitutionLink institution={parent} />,
    },
    state && {
      term: m.transparency_institution_state(),
      description: <a href={href("/estados/:slug", { slug: state.slug })}>{state.name}</a>,
    },
    units.length > 0
      ? { term: m.transparency_institution_units(), description: <Units units={units} /> }
      : null,
    aliases.length > 0
      ? { term: m.transparency_institution_aliases(), description: aliases.join("; ") }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function Units({ units }: Pick<Shown, "units">) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.id}>
          <InstitutionLink institution={unit} />
        </li>
      ))}
    </ul>
  );
}

function FormerNames({ institution: { formerNames } }: { institution: Shown }) {
  if (formerNames.length === 0) return null;
  return (
    <Section title={m.transparency_institution_formerNames()}>
      <DefinitionList
        items={formerNames.map((former) => ({
          term: m.transparency_institution_until({ date: formatDay(former.until, locale()) }),
          description: (
            <>
              <p>{fullName(former)}</p>
              <p className="source">
                {m.portal_source()} <InSpanish>{former.source}</InSpanish>
              </p>
            </>
          ),
        }))}
      />
    </Section>
  );
}
