/** Why a start stopped, in one sentence of each language; what is not listed is said as it is. */
const sentences: [RegExp, string][] = [
  [
    /EADDRINUSE/,
    "El puerto ya está ocupado: elija otro con PORT. / The port is taken: choose another with PORT.",
  ],
  [
    /EACCES|EPERM|SQLITE_CANTOPEN|SQLITE_READONLY|EROFS/,
    "No se puede escribir en el directorio de datos. / The data directory cannot be written to.",
  ],
  [/ENOSPC|SQLITE_FULL/, "El disco está lleno. / The disk is full."],
  [
    /SQLITE_NOTADB|SQLITE_CORRUPT/,
    "La base de datos no se puede leer; no se tocó. / The database cannot be read; it was not touched.",
  ],
  [/ENOTDIR|ENOENT/, "Falta un directorio del portal. / A directory of the portal is missing."],
  [
    /ECONNREFUSED|ENOTFOUND|28P01|3D000/,
    "PostgreSQL no responde en DATABASE_URL. / PostgreSQL does not answer at DATABASE_URL.",
  ],
  [
    /already running/,
    "Otro servidor del portal ya usa esta base de datos. / Another server of the portal already uses this database.",
  ],
  [
    /newer than this program/,
    "La base de datos es más nueva que este programa. / The database is newer than this program.",
  ],
];

/** One clear sentence about why a command stopped, with the cause behind it. */
export function stopSentence(failure: unknown): string {
  const { code, message } = (failure ?? {}) as { code?: string; message?: string };
  const told = `${code ?? ""} ${message ?? String(failure)}`.trim();
  const sentence = sentences.find(([pattern]) => pattern.test(told))?.[1];
  return sentence ? `${sentence}\n  (${told})` : told;
}
