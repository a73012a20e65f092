import { createHash } from "node:crypto";
import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { Refusal } from "~/refusal";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { sayErrors } from "./field-errors.server";
import { answerOnce } from "./idempotency.server";
import { refusalText } from "./refusal-text.server";

/** What a form gets back when it could not be carried out: its own words, what is wrong, and what stands now. */
export interface Unsent {
  submission: SubmissionResult;
  theirs?: Record<string, string>;
  revision?: number;
}

interface Submission<Schema extends z.ZodType, Result> {
  form: Schema;
  /** Who sends, for the idempotency key: a person's id, or `anyone`. */
  senderId: string;
  now: Date;
  /** Fields never sent back, such as passwords. */
  hide?: string[];
  act(tx: Db, value: z.output<Schema>): Promise<Result>;
  /** Where the browser goes afterwards. */
  goTo(result: Result): string;
}

/** Names that the portal itself puts into a form, beside what the person writes. */
const OURS = /^_[a-z]+$/;

/**
 * No form of ours nests its fields. Conform reads `a[1000000000]` as a list that long, which would stop the process
 * for minutes, and passes over names such as `__proto__` and `constructor` in silence: none of them is handed to it.
 */
const PLAIN = /^(?!constructor$)[a-z][\w-]{0,63}$/i;

interface Read {
  form: FormData;
  /** Whether a field came that no page of ours can have sent. */
  strange: boolean;
  key: string | null;
  fingerprint: string;
}

async function readForm(request: Request): Promise<Read> {
  const sent = await request.formData();
  const form = new FormData();
  let strange = false;
  const hash = createHash("sha256").update(new URL(request.url).pathname);
  for (const [name, value] of sent) {
    if (OURS.test(name) || typeof value !== "string") continue;
    if (!PLAIN.test(name)) {
      strange = true;
      continue;
    }
    form.append(name, value);
    hash.update(JSON.stringify([name, value]));
  }
  const key = sent.get("_key");
  return { form, strange, key: typeof key === "string" ? key : null, fingerprint: hash.digest("hex") };
}

/** Blanks out what must not travel back in a page. */
function withhold(submission: SubmissionResult, names: string[]): SubmissionResult {
  const initialValue = { ...submission.initialValue };
  for (const name of names) delete initialValue[name];
  return { ...submission, initialValue };
}

/** A form that came back, as the page gets it. */
const comeBack = (submission: SubmissionResult, refusal: Refusal) => {
  const { theirs, revision } = refusal.details;
  const unsent: Unsent = { submission, theirs, revision };
  return data(unsent, { status: refusal.status, headers: retryHeaders(refusal) });
};

/**
 * Parses a form strictly and hands its value to `act`, with what identifies this sending. A wrong form, or one that a
 * rule refuses, comes back filled in with what is wrong and where. What is not there is thrown on, as a page of its own.
 */
export async function attempt<Schema extends z.ZodType, Answer>(
  request: Request,
  { form: schema, hide = [] }: { form: Schema; hide?: string[] },
  act: (value: z.output<Schema>, sent: { key: string | null; fingerprint: string }) => Promise<Answer>,
) {
  const { form, strange, ...sent } = await readForm(request);
  const submission = parseWithZod(form, { schema });
  if (strange || submission.status !== "success") {
    const errors = submission.status === "success" ? undefined : submission.error?.[""];
    const unknown = strange || (errors?.some((message) => message.startsWith("Unrecognized")) ?? false);
    const reply = submission.reply(strange ? { formErrors: ["Unrecognized"] } : {});
    const unsent: Unsent = { submission: withhold(sayErrors(reply), hide) };
    return data(unsent, { status: unknown ? 400 : 422 });
  }
  try {
    return await act(submission.value, sent);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind === "missing") throw refusal;
    const text = refusalText(refusal);
    const { field } = refusal.details;
    const reply = submission.reply(field ? { fieldErrors: { [field]: [text] } } : { formErrors: [text] });
    return comeBack(withhold(reply, hide), refusal);
  }
}

/** Carries out a form once: acts and remembers its key in one transaction, then redirects. */
export const submit = <Schema extends z.ZodType, Result>(
  request: Request,
  db: Db,
  { form, senderId, now, hide, act, goTo }: Submission<Schema, Result>,
) =>
  attempt(request, { form, hide }, async (value, sent) => {
    const location = await inTransaction(db, (tx) =>
      answerOnce(tx, { senderId, now, ...sent }, async () => goTo(await act(tx, value))),
    );
    return redirect(location, 303);
  });

/** Like `submit`, for the one result that is shown to its sender once and kept nowhere, such as a link. */
export const submitAndShow = <Schema extends z.ZodType, Result, Shown>(
  request: Request,
  db: Db,
  {
    form,
    senderId,
    now,
    hide,
    act,
    goTo,
    show,
  }: Submission<Schema, Result> & { show(result: Result): Shown },
) =>
  attempt(request, { form, hide }, async (value, sent) => {
    const made: Result[] = [];
    const location = await inTransaction(db, (tx) =>
      answerOnce(tx, { senderId, now, ...sent }, async () => {
        const result = await act(tx, value);
        made[0] = result;
        return goTo(result);
      }),
    );
    const [result] = made;
    return result === undefined ? redirect(location, 303) : data({ shown: show(result) });
  });

/** How long to wait, in seconds, when something was tried too often. */
export const retryHeaders = ({ details }: Refusal): Record<string, string> =>
  details.retryAfterSeconds ? { "Retry-After": String(details.retryAfterSeconds) } : {};
