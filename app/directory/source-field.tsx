import { m } from "~/i18n";
import type { FieldData } from "~/ui/field";
import { TextField } from "~/ui/text-field";

/** The document or page that says so: nothing enters the directory without one. */
export function SourceField({ field }: { field: FieldData }) {
  return (
    <TextField
      field={field}
      label={m.directory_source()}
      hint={m.directory_sourceHint()}
      width="full"
      lang="es"
      required
    />
  );
}
