import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { openToAll } from "~/http/latch.server";
import { m } from "~/i18n";
import { LinkButton } from "~/ui/button";
import { Card, CardGrid } from "~/ui/card";
import { PageHeader, Prose, Section, Split } from "~/ui/page";
import { Source, Stat, StatGroup } from "~/ui/stat";
import { SampleMark } from "~/ui/tag";
import { href } from "~/urls";
import { connection } from "~db/client.server";
import { Composition } from "../composition";
import { pageMeta } from "../page-meta";
import { readHome } from "../queries.server";
import { SearchForm } from "../search-form";
import { Stages } from "../stages";
import { VoteNote } from "../vote-rule";

export async function loader() {
  openToAll();
  return readHome(connection());
}

type Home = Awaited<ReturnType<typeof loader>>;

export const meta: MetaFunction = () => pageMeta(m.transparency_home_title(), m.transparency_home_lead());

export default function HomePage() {
  const home = useLoaderData<typeof loader>();
  return (
    <>
      <Cover />
      <Figures home={home} />
      <About />
      <Members home={home} />
      <Ruta />
      <Doors />
    </>
  );
}

function Cover() {
  return (
    <PageHeader
      cover
      eyebrow={m.portal_bandPublic()}
      title={m.transparency_home_officialName()}
      lead={m.transparency_home_lead()}
      actions={
        <>
          <LinkButton href={href("/instituciones")}>{m.transparency_home_institutionsDoor()}</LinkButton>
          <LinkButton href={href("/estados")} tone="secondary">
            {m.transparency_home_statesDoor()}
          </LinkButton>
        </>
      }
    />
  );
}

function Figures({ home }: { home: Home }) {
  const reported =
    home.reportedStates === 0
      ? m.transparency_home_statesFigure_none()
      : m.transparency_home_statesFigure_note({ count: home.reportedStates });
  return (
    <Section title={m.transparency_home_figuresHeading()}>
      <StatGroup>
        <Stat
          figure={home.seatCount}
          label={m.transparency_home_seatsFigure()}
          note={m.transparency_home_seatsFigure_note({ count: home.holderCount })}
        />
        <Stat
          figure={home.institutionCount}
          label={m.transparency_home_institutionsFigure()}
          note={
            <Note text={m.transparency_home_institutionsFigure_note()} sample={home.samples.institutions} />
          }
        />
        <Stat
          figure={home.stateCount}
          label={m.transparency_home_statesFigure()}
          note={<Note text={reported} sample={home.samples.states} />}
        />
      </StatGroup>
      <Source>{m.transparency_home_figures_source()}</Source>
    </Section>
  );
}

function Note({ text, sample }: { text: string; sample: boolean }) {
  return (
    <>
      {text} {sample && <SampleMark />}
    </>
  );
}

function About() {
  return (
    <Section title={m.transparency_home_whatHeading()}>
      <Split>
        <Prose>
          <p>{m.transparency_home_what()}</p>
          <Source>{m.transparency_home_what_source()}</Source>
          <p>{m.transparency_home_origin()}</p>
          <Source>{m.transparency_home_origin_source()}</Source>
        </Prose>
        <Prose>
          <h3>{m.transparency_home_powersHeading()}</h3>
          <p>{m.transparency_home_powers()}</p>
          <Source>{m.transparency_home_powers_source()}</Source>
          <h3>{m.transparency_home_whyHeading()}</h3>
          <p>{m.transparency_home_why()}</p>
          <Source>{m.transparency_home_why_source()}</Source>
        </Prose>
      </Split>
    </Section>
  );
}

function Members({ home }: { home: Home }) {
  return (
    <Section title={m.transparency_home_whoHeading()}>
      <Prose>
        <p>{m.transparency_home_who()}</p>
        <Source>{m.transparency_home_who_source()}</Source>
        <VoteNote rule={home.voteRule} seatCount={home.seatCount} settledVotes={home.settledVotes} />
      </Prose>
      <Composition groups={home.composition} />
      <Source>{m.transparency_home_figures_source()}</Source>
    </Section>
  );
}

function Ruta() {
  return (
    <div className="section">
      <Split>
        <Section title={m.transparency_home_routeHeading()}>
          <Prose>
            <p>{m.transparency_home_route()}</p>
            <Source>{m.transparency_home_route_source()}</Source>
          </Prose>
        </Section>
        <Section title={m.transparency_stages_heading()}>
          <Stages />
          <Source>{m.transparency_stages_source()}</Source>
        </Section>
      </Split>
    </div>
  );
}

function Doors() {
  return (
    <Section title={m.transparency_home_doorsHeading()}>
      <Prose>
        <p>{m.transparency_home_portal()}</p>
        <Source>{m.transparency_home_portal_source()}</Source>
      </Prose>
      <Split>
        <CardGrid>
          <Card title={m.transparency_home_institutionsDoor()} href={href("/instituciones")}>
            {m.transparency_home_institutionsDoor_about()}
          </Card>
          <Card title={m.transparency_home_statesDoor()} href={href("/estados")}>
            {m.transparency_home_statesDoor_about()}
          </Card>
        </CardGrid>
        <SearchForm />
      </Split>
    </Section>
  );
}
