import type { ReactNode } from "react";
import { m } from "~/i18n";

/** What a field must know of itself: a part of Conform's `FieldMetadata`, so that one can be handed over whole. */
export type FieldData = {
  id: string;
  name: string;
  initialValue?: string;
  errors?: string[];
  required?: boolean;
  maxLength?: number;
};

/** What every kind of field is told, besides its data. `required` wins over what the form's schema says. */
export type FieldProps = { field: FieldData; label: string; hint?: ReactNode; required?: boolean };

/** Where the hint of a field is found; Conform names it so too. */
export const hintId = (field: FieldData) => `${field.id}-description`;
const errorId = (field: FieldData) => `${field.id}-error`;
const isWrong = (field: FieldData) => (field.errors?.length ?? 0) > 0;

export const fieldClass = (field: FieldData) => (isWrong(field) ? "field field-wrong" : "field");

/** Ties a control, or a group of them, to its hint and its errors for who does not see them. */
function described(field: FieldData, hint: ReactNode) {
  const ids = [hint ? hintId(field) : "", isWrong(field) ? errorId(field) : ""].filter(Boolean);
  return { "aria-invalid": isWrong(field) || undefined, "aria-describedby": ids.join(" ") || undefined };
}

/** The attributes that every single control shares. */
export function controlOf({ field, hint, required }: Omit<FieldProps, "label">) {
  return {
    id: field.id,
    name: field.name,
    required: required ?? field.required,
    ...described(field, hint),
  };
}

/** Label, hint, errors and then the control: the reading order of whoever fills it in. */
export function LabelledField({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <div className={fieldClass(props.field)}>
      <label htmlFor={props.field.id}>
        <LabelText {...props} />
      </label>
      <FieldNotes field={props.field} hint={props.hint} />
      {children}
    </div>
  );
}

/** Several controls under one legend: the same order as a single field. */
export function LabelledGroup({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { field, hint } = props;
  return (
    <fieldset className={fieldClass(field)} aria-describedby={described(field, hint)["aria-describedby"]}>
      <legend>
        <LabelText {...props} />
      </legend>
      <FieldNotes field={field} hint={hint} />
      {children}
    </fieldset>
  );
}

/** What is optional says so; what is required needs no star. */
function LabelText({ field, label, required }: FieldProps) {
  if (required ?? field.required) return <>{label}</>;
  return (
    <>
      {label} <span className="optional">{m.portal_optional()}</span>
    </>
  );
}

/** What helps to fill a field in, and what is wrong with what was. */
export function FieldNotes({ field, hint }: Pick<FieldProps, "field" | "hint">) {
  return (
    <>
      {hint && (
        <p className="hint" id={hintId(field)}>
          {hint}
        </p>
      )}
      {isWrong(field) && (
        <p className="field-error" id={errorId(field)}>
          <span className="visually-hidden">{m.portal_errorPrefix()}</span> {field.errors?.join(" ")}
        </p>
      )}
    </>
  );
}
