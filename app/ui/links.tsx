import { m } from "~/i18n";

type PaginationProps = { previous?: string; next?: string; text: string; label?: string };

/** Steps through a long list; `previous` and `next` are addresses, `text` says how much is shown. */
export function Pagination({ previous, next, text, label }: PaginationProps) {
  return (
    <nav className="pagination" aria-label={label ?? m.portal_pages()}>
      <p>{text}</p>
      {previous && (
        <a className="button button-secondary" href={previous} rel="prev">
          {m.portal_previous()}
        </a>
      )}
      {next && (
        <a className="button button-secondary" href={next} rel="next">
          {m.portal_next()}
        </a>
      )}
    </nav>
  );
}

export type TabLink = { href: string; label: string; current?: boolean };

/** Views of one thing, each with its own address. */
export function Tabs({ label, links }: { label: string; links: TabLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {links.map(({ href, label: text, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
