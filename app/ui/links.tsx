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
