import { type Locale, m } from "~/i18n";
import { translated } from "~/urls";

/** The first stop of the keyboard: past the header. */
export function SkipLink() {
  return (
    <a className="skip-link" href="#contenido">
      {m.portal_skip()}
    </a>
  );
}

/** Says on every page that nothing here is official. */
export function Banner() {
  return (
    <div className="banner">
      <p className="wrap">
        <strong>{m.portal_demonstration()}</strong> {m.portal_demonstrationText()}
      </p>
    </div>
  );
}

/** The same page in the other language, named in that language. */
export function LanguageSwitch({ pathname, language }: { pathname: string; language: Locale }) {
  const other: Locale = language === "es" ? "en" : "es";
  return (
    <a href={translated(pathname, other)} lang={other} hrefLang={other}>
      {other === "en" ? "English" : "Español"}
    </a>
  );
}
