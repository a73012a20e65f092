import type { ComponentPropsWithoutRef, ReactNode } from "react";

type FormProps = Omit<ComponentPropsWithoutRef<"form">, "method" | "noValidate" | "className"> & {
  idempotencyKey: string;
  revision?: number | string;
};

/**
 * A form that works without JavaScript. The browser does not judge it: the server does, and answers with words.
 * `_key` lets it be sent twice and act once; `revision` lets a stale write be refused.
 */
export function Form({ idempotencyKey, revision, children, ...rest }: FormProps) {
  return (
    <form {...rest} method="post" noValidate className="form">
      <input type="hidden" name="_key" value={idempotencyKey} />
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
      {children}
    </form>
  );
}

/** Fields that answer one question together. */
export function Fieldset({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
