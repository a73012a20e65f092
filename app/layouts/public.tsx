import type { ReactNode } from "react";
import { type Locale, m } from "~/i18n";
import { href } from "~/urls";
import { Banner, LanguageSwitch, SkipLink } from "./pieces";

type PublicLayoutProps = { children: ReactNode; pathname: string; demonstration: boolean; language: Locale };

/** Around every public page. `pathname` as it was asked for, with its `/en` if it has one. */
export function PublicLayout({ children, pathname, demonstration, language }: PublicLayoutProps) {
  return (
    <div className="site">
      <SkipLink />
      <header>
        <div className="band">
          <div className="wrap">
            <p>{m.portal_bandPublic()}</p>
            <LanguageSwitch pathname={pathname} language={language} />
          </div>
        </div>
        {demonstration && <Banner />}
        <Masthead pathname={pathname} />
      </header>
      <main id="contenido" className="wrap main" tabIndex={-1}>
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}

function Masthead({ pathname }: { pathname: string }) {
  const links = [
    { to: href("/"), label: m.portal_home() },
    { to: href("/instituciones"), label: m.portal_institutions() },
    { to: href("/estados"), label: m.portal_states() },
  ];
  return (
    <div className="masthead">
      <div className="wrap">
        <a className="portal-name" href={href("/")}>
          <strong>{m.portal_name()}</strong>
          <span>{m.portal_tagline()}</span>
        </a>
        <nav aria-label={m.portal_sections()}>
          <ul className="site-nav">
            {links.map(({ to, label }) => (
              <li key={to}>
                <a href={to} aria-current={currentAs(pathname, to)}>
                  {label}
                </a>
              </li>
            ))}
            <li>
              <a className="button button-secondary" href={href("/entrar")}>
                {m.portal_enter()}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </div>
  );
}

// "page" on the page itself, "true" on those beneath it; the home is above all and would always be true.
function currentAs(pathname: string, to: string): "page" | "true" | undefined {
  if (pathname === to) return "page";
  return to !== href("/") && pathname.startsWith(`${to}/`) ? "true" : undefined;
}

function PublicFooter() {
  return (
    <footer className="footer">
      <div className="wrap footer-columns">
        <div>
          <h2>{m.portal_name()}</h2>
          <p>{m.portal_commission()}</p>
          <p>{m.portal_footerAbout()}</p>
        </div>
        <div>
          <h2>{m.portal_footerSourcesTitle()}</h2>
          <p>{m.portal_footerSources()}</p>
          <p>{m.portal_footerMap()}</p>
        </div>
        <div>
          <h2>{m.portal_footerSiteTitle()}</h2>
          <ul>
            <li>
              <a href={href("/accesibilidad")}>{m.portal_accessibility()}</a>
            </li>
            <li>
              <a href={href("/entrar")}>{m.portal_enter()}</a>
            </li>
          </ul>
          <p>{m.portal_footerOpenSource()}</p>
        </div>
      </div>
    </footer>
  );
}
