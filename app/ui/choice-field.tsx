import type { ReactNode } from "react";
import {
  controlOf,
  FieldNotes,
  type FieldProps,
  fieldClass,
  hintId,
  LabelledField,
  LabelledGroup,
} from "./field";

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: Option[] };

type SelectFieldProps = FieldProps & {
  options: (Option | OptionGroup)[];
  /** The first, empty choice; without it the first option is taken for chosen. */
  prompt?: string;
};

/** One of many. Up to about six, a `RadioGroup` shows them all at once. */
export function SelectField({ field, label, hint, required, options, prompt }: SelectFieldProps) {
  return (
    <LabelledField field={field} label={label} hint={hint} required={required}>
      <select
        {...controlOf({ field, hint, required })}
        className="input input-medium"
        defaultValue={field.initialValue}
      >
        {prompt !== undefined && <option value="">{prompt}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(choice)}
            </optgroup>
          ) : (
            choice(entry)
          ),
        )}
      </select>
    </LabelledField>
  );
}

const choice = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

type RadioGroupProps = FieldProps & { options: (Option & { hint?: ReactNode })[] };

/** One of a few, all in sight. The first radio carries the field's id, so that an error can lead to it. */
export function RadioGroup({ field, label, hint, required, options }: RadioGroupProps) {
  return (
    <LabelledGroup field={field} label={label} hint={hint} required={required}>
      {options.map((option, index) => {
        const id = index === 0 ? field.id : `${field.id}-${option.value}`;
        return (
          <div className="choice" key={option.value}>
            <input
              type="radio"
              id={id}
              name={field.name}
              value={option.value}
              required={required ?? field.required}
              defaultChecked={field.initialValue === option.value}
              aria-describedby={option.hint ? `${id}-hint` : undefined}
            />
            <label htmlFor={id}>{option.label}</label>
            {option.hint && (
              <p className="hint" id={`${id}-hint`}>
                {option.hint}
              </p>
            )}
          </div>
        );
      })}
    </LabelledGroup>
  );
}

/** A yes. It sends `value` ("on" unless said otherwise) when ticked and nothing when not. */
export function CheckboxField({
  field,
  label,
  hint,
  required,
  value = "on",
}: FieldProps & { value?: string }) {
  return (
    <div className={fieldClass(field)}>
      <FieldNotes field={field} />
      <div className="choice">
        <input
          {...controlOf({ field, hint, required })}
          type="checkbox"
          value={value}
          defaultChecked={field.initialValue === value}
        />
        <label htmlFor={field.id}>{label}</label>
        {hint && (
          <p className="hint" id={hintId(field)}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
