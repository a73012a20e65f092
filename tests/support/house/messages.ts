/** A message as its file holds it: a text, or forms by number or kind. */
export type Message =
  | string
  | { declarations: string[]; selectors: string[]; match: Record<string, string> }[];
export type Messages = Record<string, Message>;

const namesIn = (text: string) => [...text.matchAll(/(?<!\\)\{\s*([\w-]+)/g)].map(([, name]) => name ?? "");

/** The parameters that a message asks for, in order of the alphabet. */
export function parametersOf(message: Message): string[] {
  if (typeof message === "string") return [...new Set(namesIn(message))].sort();
  const names = message.flatMap(({ declarations, match }) => {
    const locals = declarations.flatMap((line) => /^local\s+(\w+)/.exec(line)?.[1] ?? []);
    const inputs = declarations.flatMap((line) => /^input\s+(\w+)/.exec(line)?.[1] ?? []);
    return [
      ...inputs,
      ...Object.values(match)
        .flatMap(namesIn)
        .filter((name) => !locals.includes(name)),
    ];
  });
  return [...new Set(names)].sort();
}

/** What two files of one room say differently: keys that one lacks, parameters that do not agree. */
export function disagreements(es: Messages, en: Messages): string[] {
  return [...new Set([...Object.keys(es), ...Object.keys(en)])].flatMap((key) => {
    const [one, other] = [es[key], en[key]];
    if (one === undefined || other === undefined)
      return [`${key}: not in ${one === undefined ? "Spanish" : "English"}`];
    const [these, those] = [parametersOf(one).join(", "), parametersOf(other).join(", ")];
    return these === those ? [] : [`${key}: {${these}} in Spanish, {${those}} in English`];
  });
}

/** Messages with forms, of which none serves every case: Spanish also has "many". */
export function withoutLastForm(messages: Messages): string[] {
  return Object.entries(messages)
    .filter(([, message]) => typeof message !== "string")
    .filter(([, message]) =>
      (message as Exclude<Message, string>).some(({ selectors, match }) => {
        const last = Object.keys(match).at(-1) ?? "";
        return !selectors.every((name) => last.replaceAll(" ", "").split(",").includes(`${name}=*`));
      }),
    )
    .map(([key]) => key);
}

export const emptyMessages = (messages: Messages): string[] =>
  Object.keys(messages).filter((key) => JSON.stringify(messages[key]) === '""');
