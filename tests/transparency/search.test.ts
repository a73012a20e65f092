import { describe, expect, it } from "vitest";
import { LONGEST_QUERY, matches, readSearch, writeSearch } from "~/transparency/search";

const sep = ["Secretaría de Educación Pública", "Ministry of Public Education", "SEP", null];
const onuDh = ["Oficina en México del Alto Comisionado", "UN Human Rights Office in Mexico", "ONU-DH"];
const sndif = ["Sistema Nacional para el Desarrollo Integral de la Familia", "National System", "SNDIF"];
const ninez = ["Presidencia de la Comisión de Derechos de la Niñez y Adolescencia"];

const cases: [query: string, texts: (string | null)[], found: boolean, rule: string][] = [
  ["", sep, true, "an empty query finds all"],
  ["   ", sep, true, "blanks are an empty query"],
  ["educacion", sep, true, "accents may be left out"],
  ["EDUCACIÓN", sep, true, "capitals and accents may be written"],
  ["educacio\u0301n", sep, true, "letters and accents that were typed apart are the same"],
  ["ninez", ninez, true, "n finds ñ"],
  ["educa publica", sep, true, "words may be cut and skip others"],
  ["publica educa", sep, true, "their order does not matter"],
  ["sep education", sep, true, "each word may be found in another text"],
  ["educación salud", sep, false, "every word must be found"],
  ["onu dh", onuDh, true, "a hyphen parts words"],
  ["ONU-DH", onuDh, true, "a hyphen may be typed"],
  ["dif", sndif, true, "a part of an acronym finds it"],
  ["null", sep, false, "a text that is absent is no text"],
  ["publicaministry", sep, false, "a word does not run from one text into the next"],
  ["%_*", sep, false, "marks alone find nothing"],
  [".*", sep, false, "a pattern is no pattern"],
];

describe("a search among institutions", () => {
  it.each(cases)("%j in %j is %j: %s", (query, texts, found) => {
    expect(matches(query, texts)).toBe(found);
  });
});

const all = { query: "", kind: null, withSeat: false, page: 1 };

const addresses: [address: string, search: object, rule: string][] = [
  ["", all, "an address without a search asks for all"],
  ["q=+salud+", { ...all, query: "salud" }, "blanks around a query are dropped"],
  ["q=a%00b%0Ac", { ...all, query: "a b c" }, "invisible characters become blanks"],
  [`q=${"a".repeat(500)}`, { ...all, query: "a".repeat(LONGEST_QUERY) }, "a long query is cut"],
  ["q=uno&q=dos", { ...all, query: "uno" }, "of two queries the first counts"],
  ["tipo=sociedad-civil", { ...all, kind: "civil-society" }, "a kind is written in Spanish"],
  ["tipo=civil-society", all, "a kind that is not one is not asked"],
  ["asiento=si", { ...all, withSeat: true }, "only those with a seat may be asked for"],
  ["asiento=no", all, "any other answer asks for all"],
  ["pagina=3", { ...all, page: 3 }, "a page may be asked for"],
  ["pagina=-1", all, "a page before the first is the first"],
  ["pagina=1e9", all, "a page that is no number is the first"],
  ["otra=cosa", all, "what is not of the search is ignored"],
];

describe("the address of a search", () => {
  it.each(addresses)("?%s asks for %j: %s", (address, search) => {
    expect(readSearch(new URLSearchParams(address))).toEqual(search);
  });

  it("reads back what it writes", () => {
    const search = { query: "niñez & más", kind: "legislative", withSeat: true, page: 2 } as const;
    const address = writeSearch(search);
    expect(readSearch(new URLSearchParams(address))).toEqual(search);
    expect(writeSearch({ ...all, kind: null })).toBe("");
  });
});
