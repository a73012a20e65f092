import { m } from "~/i18n";
import type { FieldData } from "~/ui/field";
import { TextField } from "~/ui/text-field";

/** A new password, twice: paste and password managers work, and nothing forbids any sign. */
export function NewPasswordFields({ password, again }: { password: FieldData; again: FieldData }) {
  return (
    <>
      <TextField
        field={password}
        label={m.accounts_newPassword()}
        hint={m.accounts_newPasswordHint()}
        type="password"
        autoComplete="new-password"
        required
      />
      <TextField
        field={again}
        label={m.accounts_passwordAgain()}
        type="password"
        autoComplete="new-password"
        required
      />
    </>
  );
}
