import type { ReactNode } from "react";
import { m } from "~/i18n";

export type Crumb = { label: string; to?: string };

type PageHeaderProps = {
  title: string;
  /** A small line above the title: what kind of thing this page is about. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  breadcrumbs?: Crumb[];
  actions?: ReactNode;
  /** Drawn on the principal colour from edge to edge: for a front page. */
  cover?: boolean;
};

/** The top of a page: where one is, its only `h1`, what it is in one paragraph, and what one may do here. */
export function PageHeader({ title, eyebrow, lead, breadcrumbs, actions, cover }: PageHeaderProps) {
  return (
    <div className={cover ? "page-header cover" : "page-header"}>
      {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {actions && <div className="button-row">{actions}</div>}
    </div>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav className="breadcrumbs" aria-label={m.portal_breadcrumbs()}>
      <ol>
        {crumbs.map(({ label, to }) => (
          <li key={label}>{to ? <a href={to}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

type SectionProps = {
  title: string;
  children: ReactNode;
  id?: string;
  actions?: ReactNode;
  lead?: ReactNode;
};

/** A part of a page under its own `h2`; `id` makes it a place one can link to. */
export function Section({ title, children, id, actions, lead }: SectionProps) {
  return (
    <section className="section" id={id}>
      <div className="section-header">
        <h2>{title}</h2>
        {actions && <div className="button-row">{actions}</div>}
      </div>
      {lead && <p className="section-lead">{lead}</p>}
      {children}
    </section>
  );
}

/** Two blocks side by side where there is room, one under the other where there is not. */
export function Split({ children }: { children: ReactNode }) {
  return <div className="split">{children}</div>;
}

/** Running text in a measure that can be read: paragraphs, lists, headings. `lang` when it is not the page's. */
export function Prose({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}
