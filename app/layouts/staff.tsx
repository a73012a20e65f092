import type { ReactNode } from "react";
import { locale, m } from "~/i18n";
import { href } from "~/urls";
import { Banner, LanguageSwitch, SkipLink } from "./pieces";

export type StaffLink = { href: string; label: string; current?: boolean };

type StaffLayoutProps = {
  children: ReactNode;
  pathname: string;
  /** Who is signed in, and in whose name they act here. */
  person: { name: string; represents: string };
  nav: StaffLink[];
  demonstration: boolean;
};

/** Around every page of the workspace: denser than the public one, with its parts at the side. */
export function StaffLayout({ children, pathname, person, nav, demonstration }: StaffLayoutProps) {
  return (
    <div className="site site-staff">
      <SkipLink />
      <header>
        <StaffBand pathname={pathname} person={person} />
        {demonstration && <Banner />}
      </header>
      <div className="wrap desk">
        <details className="desk-menu">
          <summary>{m.portal_menu()}</summary>
          <DeskNav nav={nav} />
        </details>
        <div className="desk-side">
          <DeskNav nav={nav} />
        </div>
        <main id="contenido" className="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

function StaffBand({ pathname, person }: Pick<StaffLayoutProps, "pathname" | "person">) {
  return (
    <div className="band band-staff">
      <div className="wrap">
        <a className="band-name" href={href("/trabajo")}>
          <strong>{m.portal_name()}</strong> <span>{m.portal_workspace()}</span>
        </a>
        <p className="band-person">
          <strong>{person.name}</strong>
          <span>{person.represents}</span>
        </p>
        <div className="band-acts">
          <LanguageSwitch pathname={pathname} language={locale()} />
          <a href={href("/trabajo/mi-cuenta")}>{m.portal_myAccount()}</a>
          <form method="post" action={href("/salir")}>
            <button type="submit" className="band-button">
              {m.portal_signOut()}
            </button>
          </form>
        </div>
      </div>
    </div>
  );
}

function DeskNav({ nav }: Pick<StaffLayoutProps, "nav">) {
  return (
    <nav aria-label={m.portal_workspaceSections()}>
      <ul className="desk-nav">
        {nav.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? "page" : undefined}>
              {link.label}
            </a>
          </li>
        ))}
        <li className="desk-nav-public">
          <a href={href("/")}>{m.portal_publicSite()}</a>
        </li>
      </ul>
    </nav>
  );
}
