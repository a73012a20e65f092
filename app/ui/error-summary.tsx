import { m } from "~/i18n";

export type SummaryError = { fieldId?: string; label?: string; message: string };

const takeFocus = (summary: HTMLElement | null) => summary?.focus();

/**
 * What is wrong with a form, above it; nothing at all when `errors` is empty. It takes the focus: by the
 * `autofocus` attribute where no script runs, by its ref where one does. Each error leads to its field.
 */
export function ErrorSummary({ errors, title }: { errors: SummaryError[]; title?: string }) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: WCAG 3.3.1; without JavaScript nothing else can tell that the form came back
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus ref={takeFocus}>
      <h2>{title ?? m.portal_errorSummary({ count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.fieldId}${error.message}`}>
            <SummaryLine {...error} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SummaryLine({ fieldId, label, message }: SummaryError) {
  const text = label ? `${label}: ${message}` : message;
  return fieldId ? <a href={`#${fieldId}`}>{text}</a> : text;
}
