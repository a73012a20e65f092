/** A start that cannot go on, said in one sentence for the person who asked for it: no stack trace follows. */
export class Refusal extends Error {}

const refusal = (es, en) => new Refusal(`${es} / ${en}`);

/** Whether this version of Node (`20.20.2`) is one that `engines` of package.json allows. */
export function runsOn(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < 25 && (major > 20 || (major === 20 && minor >= 20));
}

export const refusals = {
  node: (version) =>
    refusal(
      `El portal necesita Node 20.20 o más nuevo, y anterior al 25; este es el ${version}.`,
      `The portal needs Node 20.20 or newer, and older than 25; this is ${version}.`,
    ),
  npm: () =>
    refusal(
      "No se encontró npm, que viene con Node: instálelo y vuelva a intentar.",
      "npm, which comes with Node, was not found: install it and try again.",
    ),
  install: (log) =>
    refusal(
      `No se pudieron instalar las dependencias; el detalle está en ${log}`,
      `The dependencies could not be installed; the detail is in ${log}`,
    ),
  addon: (log) =>
    refusal(
      `No se pudo preparar SQLite, que sin un binario hecho necesita python3, make y g++; el detalle está en ${log}`,
      `SQLite could not be prepared, which without a ready binary needs python3, make and g++; the detail is in ${log}`,
    ),
  build: (log) =>
    refusal(
      `No se pudo construir el portal; el detalle está en ${log}`,
      `The portal could not be built; the detail is in ${log}`,
    ),
  messages: (log) =>
    refusal(
      `No se pudieron preparar los textos; el detalle está en ${log}`,
      `The messages could not be prepared; the detail is in ${log}`,
    ),
  permission: (path) =>
    refusal(
      `No hay permiso para escribir en ${path}: dé permiso a esta cuenta o use la que instaló el portal.`,
      `There is no permission to write in ${path}: grant it to this account or use the one that installed the portal.`,
    ),
  full: (path) =>
    refusal(
      `El disco de ${path} está lleno: libere espacio y vuelva a intentar.`,
      `The disk of ${path} is full: free some space and try again.`,
    ),
  damaged: (detail) =>
    refusal(
      `La instalación está dañada (${detail}): borre las carpetas node_modules y build y vuelva a intentar.`,
      `The installation is damaged (${detail}): delete the folders node_modules and build and try again.`,
    ),
  command: (name) =>
    refusal(
      `No existe la orden "${name}": use serve, verify, backup o restore.`,
      `There is no command "${name}": use serve, verify, backup or restore.`,
    ),
};

/** The refusal that a failure of the system deserves, if it is one a person can mend: disk or permission. */
export function refusalOf(error, path) {
  if (error instanceof Refusal) return error;
  const said = `${error?.code ?? ""} ${error?.message ?? error}`;
  if (/ENOSPC|EDQUOT|no space left on device/i.test(said)) return refusals.full(path);
  if (/EACCES|EPERM|EROFS|permission denied|read-only file system/i.test(said))
    return refusals.permission(path);
  return undefined;
}
