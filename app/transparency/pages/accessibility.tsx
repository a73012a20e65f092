import type { MetaFunction } from "@remix-run/react";
import { openToAll } from "~/http/latch.server";
import { locale, m } from "~/i18n";
import { PageHeader, Prose } from "~/ui/page";
import { formatDay } from "~/ui/time";
import { href } from "~/urls";
import { pageMeta } from "../page-meta";

/** The day on which the statement was last reviewed. */
const STATED_ON = "2026-11-24";

export async function loader() {
  openToAll();
  return null;
}

export const meta: MetaFunction = () =>
  pageMeta(m.transparency_accessibility_title(), m.transparency_accessibility_lead());

export default function AccessibilityPage() {
  return (
    <>
      <PageHeader
        title={m.transparency_accessibility_title()}
        lead={m.transparency_accessibility_lead()}
        breadcrumbs={[
          { label: m.portal_home(), to: href("/") },
          { label: m.transparency_accessibility_title() },
        ]}
      />
      <Prose>
        <h2>{m.transparency_accessibility_targetHeading()}</h2>
        <p>{m.transparency_accessibility_target()}</p>
        <p>{m.transparency_accessibility_target_law()}</p>
        <h2>{m.transparency_accessibility_howHeading()}</h2>
        <ul>
          <li>{m.transparency_accessibility_how_axe()}</li>
          <li>{m.transparency_accessibility_how_keyboard()}</li>
          <li>{m.transparency_accessibility_how_noScript()}</li>
        </ul>
        <h2>{m.transparency_accessibility_limitsHeading()}</h2>
        <ul>
          <li>{m.transparency_accessibility_limits_people()}</li>
          <li>{m.transparency_accessibility_limits_languages()}</li>
          <li>{m.transparency_accessibility_limits_content()}</li>
          <li>{m.transparency_accessibility_limits_map()}</li>
        </ul>
        <h2>{m.transparency_accessibility_contactHeading()}</h2>
        <p>{m.transparency_accessibility_contact()}</p>
        <p className="source">
          {m.transparency_accessibility_date({ date: formatDay(STATED_ON, locale()) })}
        </p>
      </Prose>
    </>
  );
}
