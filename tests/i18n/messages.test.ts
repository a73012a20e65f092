import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  disagreements,
  emptyMessages,
  type Messages,
  parametersOf,
  withoutLastForm,
} from "../support/house/messages";

const folder = fileURLToPath(new URL("../../app/i18n/", import.meta.url));
const read = (path: string) => JSON.parse(readFileSync(`${folder}${path}`, "utf8")) as Messages;
const filesOf = (language: string) => readdirSync(`${folder}messages/${language}`).sort();
const keysOf = ({ $schema: _, ...messages }: Messages) => messages;

const none: string[] = [];
const seats = (word: string) => [
  {
    declarations: ["input count", "local p = count: plural"],
    selectors: ["p"],
    match: { "p=one": "{count} seat", [word]: "{count} seats of {name}, {p}" },
  },
];

describe.each(filesOf("es"))("messages of %s", (file) => {
  const es = keysOf(read(`messages/es/${file}`));
  const en = keysOf(read(`messages/en/${file}`));

  test("exist in Spanish and in English, with the same parameters", () => {
    expect(disagreements(es, en)).toEqual(none);
  });

  test("say something, for any number", () => {
    const silent = (messages: Messages) => [...emptyMessages(messages), ...withoutLastForm(messages)];
    expect({ es: silent(es), en: silent(en) }).toEqual({ es: none, en: none });
  });

  test("name children as the law does", () => {
    expect(
      Object.keys(es).filter((key) => /\bmenor(es)?\b(?! (de|a|que)\b)/i.test(JSON.stringify(es[key]))),
    ).toEqual(none);
  });
});

test("both languages have the same files, and the compiler reads each", () => {
  expect(filesOf("en")).toEqual(filesOf("es"));
  const settings = readFileSync(`${folder}project.inlang/settings.json`, "utf8");
  expect(filesOf("es").filter((file) => !settings.includes(`./messages/{locale}/${file}`))).toEqual(none);
});

test("each prefix lives in one file", () => {
  const prefixes = filesOf("es").map((file) => {
    const keys = Object.keys(keysOf(read(`messages/es/${file}`)));
    return [...new Set(keys.map((key) => key.replace(/_.*/, "")))];
  });
  const all = prefixes.flat();
  expect(all.filter((prefix, at) => all.indexOf(prefix) !== at)).toEqual(none);
});

test("a missing key, another parameter, an empty text and a missing last form are seen", () => {
  expect(disagreements({ a: "x" }, {})).toEqual(["a: not in English"]);
  expect(disagreements({ a: "{n}" }, { a: "{m}" })).toEqual(["a: {n} in Spanish, {m} in English"]);
  expect(emptyMessages({ a: "" })).toEqual(["a"]);
  expect(withoutLastForm({ a: seats("p=other"), b: seats("p=*") })).toEqual(["a"]);
  expect(parametersOf(seats("p=*"))).toEqual(["count", "name"]);
  expect(parametersOf("{ b } and {a}, not \\{c}")).toEqual(["a", "b"]);
});
