import { m } from "~/i18n";
import { href } from "~/urls";
import { SkipLink } from "./pieces";

type ErrorPageProps = {
  status: number;
  /** Both come from the status when the refusal has no words of its own. */
  title?: string;
  message?: string;
  /** Shown for failures, so that a person can quote it; it says nothing of what is inside. */
  requestId?: string;
  /** Where to go on from here: the public home unless said otherwise. */
  home?: string;
};

const words: Record<number, { title: () => string; text: () => string }> = {
  400: { title: m.portal_error400, text: m.portal_error400Text },
  403: { title: m.portal_error403, text: m.portal_error403Text },
  404: { title: m.portal_error404, text: m.portal_error404Text },
  405: { title: m.portal_error405, text: m.portal_error405Text },
  409: { title: m.portal_error409, text: m.portal_error409Text },
  413: { title: m.portal_error413, text: m.portal_error413Text },
  429: { title: m.portal_error429, text: m.portal_error429Text },
  503: { title: m.portal_error503, text: m.portal_error503Text },
};

const failure = { title: m.portal_error500, text: m.portal_error500Text };

// Below 500 the request is what was wrong: one must not be told that it was the portal.
const wordsFor = (status: number) => words[status] ?? (status < 500 ? words[400] : undefined) ?? failure;

/** A whole page for what went wrong; it needs nothing but its props, since anything else may be what failed. */
export function ErrorPage({ status, title, message, requestId, home = href("/") }: ErrorPageProps) {
  const said = wordsFor(status);
  return (
    <div className="site">
      <SkipLink />
      <header className="band">
        <div className="wrap">
          <a href={home}>{m.portal_name()}</a>
        </div>
      </header>
      <main id="contenido" className="wrap main error-page" tabIndex={-1}>
        <p className="eyebrow">{m.portal_errorStatus({ status })}</p>
        <h1>{title ?? said.title()}</h1>
        <p className="lead">{message ?? said.text()}</p>
        {requestId && (
          <p className="request-id">
            {m.portal_requestId()} <code>{requestId}</code>
          </p>
        )}
        <div className="button-row">
          <a className="button button-primary" href={home}>
            {m.portal_backHome()}
          </a>
          {status === 404 && (
            <a className="button button-secondary" href={href("/instituciones")}>
              {m.portal_institutions()}
            </a>
          )}
        </div>
      </main>
    </div>
  );
}
