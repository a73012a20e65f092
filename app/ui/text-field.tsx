import type { ComponentPropsWithoutRef } from "react";
import { controlOf, type FieldProps, LabelledField } from "./field";

type TextFieldProps = FieldProps &
  Pick<
    ComponentPropsWithoutRef<"input">,
    "autoComplete" | "inputMode" | "maxLength" | "lang" | "spellCheck" | "placeholder"
  > & {
    type?: "text" | "email" | "password" | "search" | "tel" | "url" | "number";
    width?: "short" | "medium" | "full";
  };

/** One line of text. A password is never sent back to the page that asked for it. */
export function TextField({
  field,
  label,
  hint,
  required,
  type = "text",
  width = "medium",
  ...rest
}: TextFieldProps) {
  return (
    <LabelledField field={field} label={label} hint={hint} required={required}>
      <input
        maxLength={field.maxLength}
        {...rest}
        {...controlOf({ field, hint, required })}
        type={type}
        className={`input input-${width}`}
        defaultValue={type === "password" ? undefined : field.initialValue}
      />
    </LabelledField>
  );
}

type TextAreaProps = FieldProps & { rows?: number; maxLength?: number; lang?: string };

/** Several lines of text. */
export function TextArea({ field, label, hint, required, rows = 5, ...rest }: TextAreaProps) {
  return (
    <LabelledField field={field} label={label} hint={hint} required={required}>
      <textarea
        maxLength={field.maxLength}
        {...rest}
        {...controlOf({ field, hint, required })}
        rows={rows}
        className="input input-full"
        defaultValue={field.initialValue}
      />
    </LabelledField>
  );
}

type DateFieldProps = FieldProps & { min?: string; max?: string };

/** A day, by the browser's own picker; its value is `2026-11-23`. */
export function DateField({ field, label, hint, required, min, max }: DateFieldProps) {
  return (
    <LabelledField field={field} label={label} hint={hint} required={required}>
      <input
        {...controlOf({ field, hint, required })}
        type="date"
        min={min}
        max={max}
        className="input input-short"
        defaultValue={field.initialValue}
      />
    </LabelledField>
  );
}
