import { z } from "zod";
import { emailAddress, line, oneOf, revisionNumber, secret } from "~/http/fields";
import { roles } from "~db/vocabulary";
import { missingReach } from "./reach";

const reach = {
  role: oneOf(roles),
  institutionId: line(80).optional(),
  stateId: line(2).optional(),
};

type Chosen = { role: (typeof roles)[number]; institutionId?: string; stateId?: string };

function demandReach(chosen: Chosen, context: z.RefinementCtx) {
  const missing = missingReach(chosen);
  if (missing) context.addIssue({ code: "custom", path: [missing], message: "required" });
}

export const signInForm = z.strictObject({
  email: emailAddress(),
  password: secret(),
  next: z.string().max(2000).optional(),
});

export const invitationForm = z
  .strictObject({ email: emailAddress(), name: line(120), office: line(160), ...reach })
  .superRefine(demandReach);
export type Invitation = z.output<typeof invitationForm>;

const acceptance = { name: line(120), office: line(160), password: secret(), again: secret() };

export const acceptanceForm = z.strictObject(acceptance).refine(({ password, again }) => password === again, {
  path: ["again"],
  error: "accounts_passwordsDiffer",
});
/** The first administrator's link was made for no address: they give theirs. */
export const firstAcceptanceForm = z
  .strictObject({ email: emailAddress(), ...acceptance })
  .refine(({ password, again }) => password === again, {
    path: ["again"],
    error: "accounts_passwordsDiffer",
  });
export type Acceptance = z.output<typeof acceptanceForm>;

export const resetRequestForm = z.strictObject({ email: emailAddress() });

export const newPasswordForm = z
  .strictObject({ password: secret(), again: secret() })
  .refine(({ password, again }) => password === again, {
    path: ["again"],
    error: "accounts_passwordsDiffer",
  });

export const passwordChangeForm = z
  .strictObject({ current: secret(), password: secret(), again: secret() })
  .refine(({ password, again }) => password === again, {
    path: ["again"],
    error: "accounts_passwordsDiffer",
  });
export type PasswordChange = z.output<typeof passwordChangeForm>;

export const roleForm = z.strictObject({ ...reach, revision: revisionNumber() }).superRefine(demandReach);
export type RoleChange = z.output<typeof roleForm>;

/** A form that only confirms. */
export const confirmationForm = z.strictObject({});
