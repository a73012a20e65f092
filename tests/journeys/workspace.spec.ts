import { table } from "~/auth/permissions";
import { addressAt, doors } from "~/server/doors";
import { urls } from "~/urls";
import { castMember } from "~db/seed/cast";
import { expectSound, linksOf } from "./inspection";
import { expect, type Page, test } from "./people";

const MOST_PAGES = 60;

/** Somebody of each role, and what the band of every page says that they stand for. */
const roles: [key: string, represents: string][] = [
  ["administracion", "Administración"],
  ["secretaria", "Secretaría"],
  ["inm", "Instituto Nacional de Migración"],
  ["chiapas", "Chiapas"],
  ["chiapas-publica", "Chiapas"],
  ["observa", "Observación"],
];

/** The names of the pages that the table of doors opens to a role. */
function pagesOf(key: string): string[] {
  const { role } = castMember(key);
  return Object.entries(doors)
    .filter(([, { GET }]) => GET && GET !== "everyone" && table[role][GET] !== undefined)
    .map(([name]) => name);
}

/** Follows links from the workspace's home until each of `wanted` was seen once, and inspects each at first sight. */
async function walk(page: Page, wanted: string[]): Promise<string[]> {
  const seen = new Set<string>();
  const known = new Set<string>([urls.desk]);
  const waiting: string[] = [urls.desk];
  const isNew = (path: string) => !seen.has(addressAt(path) ?? "");
  for (let pages = 0; pages < MOST_PAGES && seen.size < wanted.length && waiting.length > 0; pages += 1) {
    const [path = urls.desk] = waiting.splice(Math.max(waiting.findIndex(isNew), 0), 1);
    const answer = await page.goto(path);
    expect.soft(answer?.status(), path).toBe(200);
    if (isNew(path)) await expectSound(page);
    seen.add(addressAt(path) ?? "");
    for (const link of await linksOf(page)) {
      if (known.has(link) || !link.startsWith(urls.desk)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  return [...seen];
}

/** Some pages are there only once something happened: somebody is without access, somebody is invited. */
async function makeHappen(page: Page, project: string) {
  await page.goto(`/trabajo/personas/${project === "phone" ? "sre" : "unicef"}/baja`);
  await page.getByRole("button", { name: "Quitar acceso" }).click();
  await page.goto(urls.invite);
  await page.getByLabel("Nombre").fill("Persona de muestra invitada");
  await page.getByLabel("Cargo").fill("Enlace de muestra");
  await page.getByLabel("Correo electrónico").fill(`por-retirar-${project}@muestra.example`);
  await page.getByRole("radio", { name: "Observación" }).check();
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await expect(page.getByRole("status")).toContainText("La invitación está escrita");
}

for (const [key, represents] of roles) {
  test(`${key} sees what they represent and reaches all their pages, every one sound @360`, async ({
    signedInAs,
  }, { project }) => {
    // Another session of theirs, so that there is one to end.
    await signedInAs(key);
    const page = await signedInAs(key);
    await expect(page.locator(".band-person")).toContainText(castMember(key).name);
    await expect(page.locator(".band-person")).toContainText(represents);
    const wanted = pagesOf(key);
    if (wanted.includes("invite")) await makeHappen(page, project.name);
    expect((await walk(page, wanted)).sort()).toEqual(wanted.sort());
  });
}

test("whoever may not enter a room is told who may", async ({ signedInAs }) => {
  const page = await signedInAs("observa");
  const answer = await page.goto(urls.people);
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("main")).toContainText("Administración");
  await page.getByRole("link", { name: "Volver al inicio" }).click();
  await expect(page).toHaveURL(urls.desk);
  await expect(page.getByRole("navigation").getByRole("link", { name: "Personas" })).toHaveCount(0);
});
