import { Refusal } from "~/refusal";

export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** Words that everyone here could guess of everyone. */
const OURS = [
  "sipinna",
  "comision",
  "comisión",
  "ruta",
  "migrantes",
  "niñez",
  "infancia",
  "portal",
  "gob.mx",
];
/** zxcvbn's "safely unguessable" with moderate protection from offline attack. */
const LEAST_SCORE = 3;

/** The estimator takes a name of two words for a phrase: so much must be left without the known words. */
const LEAST_BESIDES = 6;
const signsBesides = (known: string[], password: string): number => {
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, " "), password.toLowerCase());
  return [...rest.replace(/[\s._-]/g, "")].length;
};

async function estimator() {
  const [{ zxcvbn, zxcvbnOptions }, common] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  zxcvbnOptions.setOptions({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return zxcvbn;
}
let loaded: ReturnType<typeof estimator> | undefined;

/**
 * Refuses a password of under 12 or over 128 characters, a well-known one, and one made of the person's own words or
 * the Commission's. No rule about capitals or signs; nothing is cut (OWASP ASVS 6.2).
 */
export async function refuseWeakPassword(password: string, ownWords: string[], field: string): Promise<void> {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) throw new Refusal("invalid", "accounts_passwordShort", { field });
  if (length > PASSWORD_LENGTH.most) throw new Refusal("invalid", "accounts_passwordLong", { field });
  loaded ??= estimator();
  const split = ownWords.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const known = [...OURS, ...split].filter((word) => word.length > 2);
  const { score } = (await loaded)(password, known);
  if (score < LEAST_SCORE || signsBesides(known, password) < LEAST_BESIDES)
    throw new Refusal("invalid", "accounts_passwordGuessable", { field });
}
