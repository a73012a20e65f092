import { isPage, isServer, mayImport, roomOf } from "./arrows";
import type { Source } from "./sources";

/** A rule of the house reads all files and hands back each breach as a line for a person. */
export type Rule = (house: readonly Source[]) => string[];

const edges = (house: readonly Source[]) =>
  house.flatMap(({ file, imports }) =>
    imports.map(({ to, typeOnly, says }) => ({
      from: file,
      to,
      typeOnly,
      says,
      line: `${file} → ${to ?? says}`,
    })),
  );

const isConnection = (file: string) => file.startsWith("db/client.server.");

/** The arrows table. A page of the public side may use the connection, and its queries may name its type. */
export const againstArrows: Rule = (house) =>
  edges(house)
    .filter(({ from, to, typeOnly }) => {
      if (!to || mayImport(from, to)) return false;
      const given = isConnection(to) && (typeOnly || isPage(from));
      return !(given && roomOf(from) === "transparency");
    })
    .map(({ line }) => line);

/** `document`'s pure files are a value in and a value out: they know only each other. */
export const impureDocument: Rule = (house) =>
  edges(house)
    .filter(({ from, to }) => {
      const pure =
        from.startsWith("app/document/") && from.endsWith(".ts") && !isServer(from) && !isPage(from);
      return (
        pure && to !== undefined && (!to.startsWith("app/document/") || isServer(to) || to.endsWith(".tsx"))
      );
    })
    .map(({ line }) => line);

/** Every circle in a graph, each once, as `a → b → a`. */
export function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (node: string, path: string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) found.push([...path.slice(start), node].join(" → "));
    if (start >= 0 || finished.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    finished.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}

function graphOf(pairs: { from: string; to: string }[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of pairs) {
    if (from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}

/** Types are erased, so files may know each other's; rooms may not even that. */
export const circlesOfFiles: Rule = (house) =>
  circles(graphOf(edges(house).flatMap(({ from, to, typeOnly }) => (to && !typeOnly ? [{ from, to }] : []))));

// The top rooms hold the start and may meet there; the table watches over all others.
export const circlesOfRooms: Rule = (house) =>
  circles(
    graphOf(
      edges(house).flatMap(({ from, to }) => {
        const pair = { from: roomOf(from), to: to ? roomOf(to) : "" };
        return to && pair.from !== "root" && pair.to !== "root" ? [pair] : [];
      }),
    ),
  );

const holdsServerCode = (file: string) =>
  isServer(file) || isPage(file) || /^(db\/|app\/(server|jobs)\/|app\/root\.tsx$)/.test(file);

export const serverCodeInTheBrowser: Rule = (house) =>
  edges(house)
    .filter(({ from, to, typeOnly }) => to && isServer(to) && !typeOnly && !holdsServerCode(from))
    .map(({ line }) => line);

const mayConnect = (file: string) =>
  isPage(file) || /^(db\/|app\/(server|jobs)\/|app\/auth\/lucia\.server\.ts$)/.test(file);

export const strangersToTheConnection: Rule = (house) =>
  edges(house)
    .filter(({ from, to, typeOnly }) => to && isConnection(to) && !typeOnly && !mayConnect(from))
    .map(({ line }) => line);

/** Who imports a package that only `owners` (beginnings of paths) should know. */
export const strangersTo =
  (packages: RegExp, ...owners: string[]): Rule =>
  (house) =>
    edges(house)
      .filter(
        ({ from, says, to }) =>
          to === undefined && packages.test(says) && !owners.some((owner) => from.startsWith(owner)),
      )
      .map(({ line }) => line);

/** Where something is done (a fact, as `sources.ts` spells it) outside the paths that may. */
export const doneOutside =
  (facts: readonly string[], allowed: readonly string[]): Rule =>
  (house) =>
    house
      .filter(({ file }) => !allowed.some((path) => file.startsWith(path)))
      .flatMap(({ file, facts: done }) =>
        facts.filter((fact) => done.includes(fact)).map((fact) => `${file}: ${fact}`),
      );

export const tooLong =
  (most: number, exceptions: readonly string[]): Rule =>
  (house) =>
    house
      .filter(({ file, lines }) => lines > most && !exceptions.includes(file))
      .map(({ file, lines }) => `${file}: ${lines} lines`);

const vague = /(^|[/.-])(utils?|helpers?|lib|services?|managers?|misc|common)([/.-]|$)/;

export const vagueNames: Rule = (house) => house.map(({ file }) => file).filter((file) => vague.test(file));
