import { type InstitutionKind, institutionKinds } from "~db/vocabulary";

/** What a person looks for among the institutions; an empty search is all of them. */
export interface Search {
  query: string;
  kind: InstitutionKind | null;
  withSeat: boolean;
  page: number;
}

/** How each kind is written in an address. */
export const kindInAddress: Record<InstitutionKind, string> = {
  federal: "federal",
  state: "estatal",
  international: "internacional",
  legislative: "legislativa",
  "civil-society": "sociedad-civil",
  autonomous: "autonoma",
};

export const LONGEST_QUERY = 100;

/** Reads a search out of an address. What it does not understand it takes as not asked: an address never fails. */
export function readSearch(asked: URLSearchParams): Search {
  const page = asked.get("pagina") ?? "";
  return {
    query: (asked.get("q") ?? "")
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, LONGEST_QUERY),
    kind: institutionKinds.find((kind) => kindInAddress[kind] === asked.get("tipo")) ?? null,
    withSeat: asked.get("asiento") === "si",
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

/** The same search as the part of an address after the path, at another page. */
export function writeSearch({ query, kind, withSeat, page }: Search): string {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  if (kind) asked.set("tipo", kindInAddress[kind]);
  if (withSeat) asked.set("asiento", "si");
  if (page > 1) asked.set("pagina", String(page));
  return asked.size > 0 ? `?${asked}` : "";
}

/** Letters and digits in lower case, without accents. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Whether every word of `query` occurs in one or another of `texts`, whatever its accents and capitals. Part of a
 * word is enough: who looks for DIF means SNDIF too. A query without a letter or digit finds nothing, an empty one all.
 */
export function matches(query: string, texts: readonly (string | null)[]): boolean {
  const words = plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return query.trim() === "";
  const all = plain(texts.filter((text) => text !== null).join("\n"));
  return words.every((word) => all.includes(word));
}
