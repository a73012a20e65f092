import { urls } from "~/urls";
import { castMember } from "~db/seed/cast";
import { expect, signIn, test } from "./people";

test("an invitation asks only for what the chosen role is held for, and can be withdrawn", async ({
  signedInAs,
}) => {
  const page = await signedInAs("administracion");
  await page.goto(urls.people);
  await page.getByRole("link", { name: "Invitar a una persona" }).click();
  await page.getByLabel("Nombre").fill("Redacción de muestra, Sonora");
  await page.getByLabel("Cargo").fill("Enlace estatal");
  await page.getByLabel("Correo electrónico").fill("sonora@muestra.example");
  await page.getByRole("radio", { name: "Redacción estatal" }).check();
  await expect(page.getByLabel("Institución")).toBeHidden();
  await page.getByLabel("Entidad federativa").selectOption({ label: "Sonora" });
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await expect(page.getByRole("status")).toContainText("La invitación está escrita");
  const invitation = page.getByRole("row").filter({ hasText: "sonora@muestra.example" });
  await invitation.getByRole("link", { name: "Retirar invitación" }).click();
  await page.getByRole("button", { name: "Retirar invitación" }).click();
  await expect(page.getByRole("status")).toContainText("La invitación se retiró.");
  await expect(invitation).toHaveCount(0);
});

test("a disabled person is out at the next click and cannot come back until they are enabled", async ({
  signedInAs,
}) => {
  const { name, email } = castMember("tabasco");
  const theirs = await signedInAs("tabasco");
  const page = await signedInAs("administracion");
  await page.goto(urls.people);
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Quitar acceso" }).click();
  await page.getByRole("button", { name: "Quitar acceso" }).click();
  await expect(page.getByRole("status")).toContainText("La persona ya no tiene acceso.");

  await theirs.getByRole("navigation").getByRole("link", { name: "Directorio" }).first().click();
  await expect(theirs).toHaveURL(/\/entrar\?continuar=/);
  await signIn(theirs, email);
  await expect(theirs.getByRole("alert")).toContainText("El correo o la contraseña no son correctos.");

  await page.goto("/trabajo/personas/tabasco/alta");
  await page.getByRole("button", { name: "Devolver acceso" }).click();
  await signIn(theirs, email);
  await expect(theirs).toHaveURL(urls.directory);
});

test("whose sessions an administrator ends is out at the next click and signs in again where they were", async ({
  signedInAs,
}) => {
  const theirs = await signedInAs("sndif");
  const page = await signedInAs("administracion");
  await page.goto("/trabajo/personas/sndif");
  await page.getByRole("link", { name: "Terminar sus sesiones" }).click();
  await page.getByRole("button", { name: "Terminar sus sesiones" }).click();
  await expect(page.getByRole("status")).toContainText("Sus sesiones terminaron.");
  await theirs.goto(`${urls.directory}/asientos/seat-pfpnna`);
  await expect(theirs.getByRole("main")).toContainText("Entre para ver la página que pidió.");
  await signIn(theirs, castMember("sndif").email);
  await expect(theirs).toHaveURL(`${urls.directory}/asientos/seat-pfpnna`);
});
