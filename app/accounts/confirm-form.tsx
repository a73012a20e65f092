import { getFormProps, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Unsent } from "~/http/submit.server";
import { m } from "~/i18n";
import { ButtonRow, LinkButton, SubmitButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page";

interface Confirmation {
  idempotencyKey: string;
  title: string;
  button: string;
  tone?: "primary" | "danger";
  back: string;
  children: ReactNode;
}

/** A page that asks once before it acts: what will happen, the button, and the way back. */
export function ConfirmForm({
  idempotencyKey,
  title,
  button,
  tone = "danger",
  back,
  children,
}: Confirmation) {
  const unsent = useActionData<Unsent>();
  const [form] = useForm({ id: "confirm", lastResult: unsent?.submission });
  return (
    <>
      <PageHeader title={title} />
      <FormErrors form={form} fields={[]} />
      {children}
      <Form {...getFormProps(form)} idempotencyKey={idempotencyKey}>
        <ButtonRow>
          <SubmitButton tone={tone}>{button}</SubmitButton>
          <LinkButton tone="secondary" href={back}>
            {m.accounts_cancel()}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>
  );
}
