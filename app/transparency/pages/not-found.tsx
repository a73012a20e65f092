import { data } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/react";
import { openToAll } from "~/http/latch.server";
import { m } from "~/i18n";
import { LinkButton } from "~/ui/button";
import { Section } from "~/ui/page";
import { href } from "~/urls";
import { pageMeta } from "../page-meta";
import { SearchForm } from "../search-form";

export async function loader() {
  openToAll();
  return data(null, { status: 404 });
}

export const meta: MetaFunction = () => pageMeta(m.portal_error404(), m.portal_error404Text());

/** For every address that no page answers: what may have happened, and where to go on. */
export default function NotFound() {
  return (
    <>
      <div className="page-header">
        <p className="eyebrow">{m.portal_errorStatus({ status: 404 })}</p>
        <h1>{m.portal_error404()}</h1>
        <p className="lead">{m.portal_error404Text()}</p>
        <div className="button-row">
          <LinkButton href={href("/")}>{m.portal_backHome()}</LinkButton>
          <LinkButton href={href("/estados")} tone="secondary">
            {m.portal_states()}
          </LinkButton>
        </div>
      </div>
      <Section title={m.transparency_home_findHeading()}>
        <SearchForm />
      </Section>
    </>
  );
}
