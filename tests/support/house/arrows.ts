/** Files of some rooms that another room may import: all of them, or those that `files` accepts. */
interface Reach {
  rooms: readonly string[];
  files?: (file: string) => boolean;
}

export const isServer = (file: string) => /\.server(\.|\/)/.test(file);
export const isPage = (file: string) => file.includes("/pages/");
const isRule = (file: string) => file.endsWith(".ts") && !isServer(file) && !isPage(file);
const isQuery = (file: string) => /queries[^/]*\.server\.ts$/.test(file);
const isComponent = (file: string) => file.endsWith(".tsx") && !isServer(file) && !isPage(file);

const floor = [
  "db",
  "i18n",
  "urls",
  "ui",
  "refusal",
  "http",
  "auth",
  "audit",
  "jobs",
  "mail",
  "files",
  "exports",
];
const carriers = ["db", "auth", "http", "audit", "jobs", "urls", "i18n", "refusal"];
const trade = [
  "document",
  "directory",
  "accounts",
  "agreements",
  "commitments",
  "meetings",
  "ruta",
  "adaptations",
];
const agreed = [...floor, "directory", "document"];

const all = (...rooms: string[]): Reach[] => [{ rooms }];

/**
 * Which room may import from which, in the order in which the rooms rest upon each other.
 * A room imports only from rooms before it; what is not written is forbidden.
 */
export const arrows: Record<string, readonly Reach[]> = {
  db: [],
  i18n: [],
  urls: all("i18n"),
  ui: all("i18n", "urls"),
  refusal: all("i18n"),
  http: all("db", "refusal", "i18n"),
  auth: all("db", "refusal", "http", "i18n"),
  audit: all("db", "auth", "http", "ui", "urls", "i18n"),
  jobs: all("db"),
  mail: all(...carriers),
  files: all(...carriers),
  exports: all(...carriers),
  // Drawn by the two pages that frame all others: the desk's and the public site's.
  layouts: all("auth", "ui", "urls", "i18n"),
  document: all(...floor),
  directory: all(...floor),
  accounts: all(...floor, "directory"),
  agreements: all(...agreed),
  commitments: all(...agreed, "agreements"),
  meetings: all(...agreed, "agreements", "commitments"),
  ruta: all(...agreed, "agreements", "commitments", "meetings"),
  adaptations: all(...agreed, "agreements", "commitments", "meetings", "ruta"),
  reminders: [{ rooms: floor }, { rooms: trade, files: (file) => isRule(file) || isQuery(file) }],
  desk: [
    { rooms: [...floor, "layouts"] },
    { rooms: [...trade, "reminders"], files: (file) => isRule(file) || isQuery(file) || isComponent(file) },
  ],
  transparency: [
    { rooms: ["exports", "http", "ui", "urls", "i18n", "layouts"] },
    // What citizens may see is named there, column by column: a leak is an import error.
    { rooms: ["db"], files: (file) => /^db\/(published|vocabulary)(\.|\/)/.test(file) },
    { rooms: ["document"], files: (file) => isComponent(file) || /\/render\.server\.tsx?$/.test(file) },
    { rooms: [...floor.filter((room) => room !== "db"), ...trade], files: isRule },
  ],
};

/** Rooms at the top of the house: they import everything, and only one another imports them. */
export const tops = ["db/seed", "server", "root"];

const rootFiles = /^app\/(root|entry\.(server|client)|routes)\.tsx?$/;

/** The room in which a file stands: a folder of `app`, one of its few loose files, `db`, or `db/seed`. */
export function roomOf(file: string): string {
  if (file.startsWith("db/")) return file.startsWith("db/seed/") ? "db/seed" : "db";
  if (rootFiles.test(file)) return "root";
  return (file.split("/")[1] ?? "").replace(/\.\w+$/, "");
}

export const isKnownRoom = (room: string) => room in arrows || tops.includes(room) || room === "styles";

/** Whether the table lets `from` import `to`, both files of the house. */
export function mayImport(from: string, to: string): boolean {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === other || tops.includes(room)) return true;
  return (arrows[room] ?? []).some(({ rooms, files }) => rooms.includes(other) && (!files || files(to)));
}
