import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { ErrorSummary } from "./error-summary";

interface Named {
  field: Pick<FieldMetadata, "id" | "errors">;
  label: string;
}

/** What stopped a form, above it: what concerns the whole first, then field by field, each leading to its own. */
export function FormErrors({ form, fields }: { form: Pick<FormMetadata, "errors">; fields: Named[] }) {
  const whole = (form.errors ?? []).map((message) => ({ message }));
  const each = fields.flatMap(({ field, label }) =>
    (field.errors ?? []).map((message) => ({ fieldId: field.id, label, message })),
  );
  return <ErrorSummary errors={[...whole, ...each]} />;
}
