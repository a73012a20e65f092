import { z } from "zod";

/*
 * What a person may type, by kind of field. Text is put in Unicode's composed form and trimmed; NUL and the invisible
 * marks that reverse reading order are refused, since they can make a name read as another.
 */
const FORBIDDEN = /\0|\p{Bidi_Control}/u;
const CONTROLS = /\p{Cc}/u;

const required = "required";
const clean = (value: string) => value.normalize("NFC").trim();

const base = (max: number, tidy = clean) =>
  z
    .string({ error: required })
    .transform(tidy)
    .refine((value) => value.length > 0, { error: required })
    .refine((value) => value.length <= max, { error: "tooLong" })
    .refine((value) => !FORBIDDEN.test(value), { error: "forbiddenCharacter" });

/** One line of text. */
export const line = (max = 200) =>
  base(max).refine((value) => !CONTROLS.test(value), { error: "forbiddenCharacter" });

/** Text with line breaks. A form sends each as two characters; the browser's own limit counts it as one, and so do we. */
export const paragraphs = (max = 4000) => base(max, (value) => clean(value).replace(/\r\n?/g, "\n"));

/** An address of e-mail, in lower case. */
export const emailAddress = () =>
  base(254)
    .transform((value) => value.toLowerCase())
    .refine((value) => /^[^\s@<>"',;:\\()[\]]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(value), {
      error: "email",
    });

/** `Date` throws when asked to write what is no date at all, and turns 30 February into March. */
const exists = (value: string) => {
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

/** A calendar day that exists, `YYYY-MM-DD`, between 1900 and 2199. */
export const calendarDay = () =>
  z
    .string({ error: required })
    .regex(/^(19|2[01])\d\d-\d\d-\d\d$/, { error: "day" })
    .refine(exists, { error: "day" });

/** A password as typed: nothing is trimmed or changed. */
export const secret = () =>
  z.string({ error: required }).min(1, { error: required }).max(256, { error: "tooLong" });

/** The revision that the form was filled from. */
export const revisionNumber = () =>
  z
    .string({ error: required })
    .regex(/^\d{1,9}$/, { error: required })
    .transform(Number);

/** One of the words of a closed list. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: required });
