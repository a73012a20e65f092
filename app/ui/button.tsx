import type { ReactNode } from "react";

export type ButtonTone = "primary" | "secondary" | "danger" | "plain";

type SubmitButtonProps = {
  children: ReactNode;
  tone?: ButtonTone;
  name?: string;
  value?: string;
  form?: string;
};

/** Sends its form. One `primary` a section; `danger` for what cannot be taken back. */
export function SubmitButton({ children, tone = "primary", ...rest }: SubmitButtonProps) {
  return (
    <button type="submit" className={`button button-${tone}`} {...rest}>
      {children}
    </button>
  );
}

type LinkButtonProps = { children: ReactNode; href: string; tone?: ButtonTone; download?: boolean };

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ children, tone = "primary", ...rest }: LinkButtonProps) {
  return (
    <a className={`button button-${tone}`} {...rest}>
      {children}
    </a>
  );
}

/** Buttons side by side, one under the other on a narrow screen. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
