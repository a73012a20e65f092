import { urls } from "~/urls";
import { castMember, DEMONSTRATION_PASSWORD } from "~db/seed/cast";
import { expect, type Page, signIn, test } from "./people";

test.use({ javaScriptEnabled: false });

const invited = { name: "Nueva delegación de muestra", email: "nueva@muestra.example" };
const password = "cuatro lápices miran la lluvia";

test("a wrong sign-in comes back with its summary focused, the e-mail still there and the password not", async ({
  page,
}) => {
  await page.goto(urls.signIn);
  await signIn(page, castMember("observa").email, "no es esta la frase");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("El correo o la contraseña no son correctos.");
  await expect(page.getByLabel("Correo electrónico")).toHaveValue(castMember("observa").email);
  await expect(page.getByLabel("Contraseña")).toHaveValue("");
  await signIn(page, castMember("observa").email);
  await expect(page).toHaveURL(urls.desk);
});

async function inviteWithOneMistake(page: Page) {
  await page.goto(urls.invite);
  await page.getByLabel("Nombre").fill(invited.name);
  await page.getByLabel("Cargo").fill("Enlace de muestra");
  await page.getByLabel("Correo electrónico").fill(invited.email);
  await page.getByRole("radio", { name: "Representante" }).check();
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText("Institución: Falta este dato.");
  await expect(page.getByLabel("Nombre")).toHaveValue(invited.name);
  await expect(page.getByLabel("Cargo")).toHaveValue("Enlace de muestra");
  await expect(page.getByRole("radio", { name: "Representante" })).toBeChecked();
  await page.getByLabel("Institución").selectOption({ value: "comar" });
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await expect(page.getByRole("status")).toContainText("La invitación está escrita");
}

test("a person is invited, reads the letter in the demonstration's mail and makes an account", async ({
  page,
  signedInAs,
}) => {
  const office = await signedInAs("administracion");
  await inviteWithOneMistake(office);
  await office.getByRole("navigation").getByRole("link", { name: "Correo" }).first().click();
  const letter = office.getByRole("row").filter({ hasText: invited.email });
  await letter.locator("summary").click();
  await expect(letter).toContainText("Le invitaron al Portal de la Comisión");
  const link = await letter.getByRole("link", { name: "Abrir el enlace de la carta" }).getAttribute("href");

  await page.goto(link ?? "");
  await expect(page.getByRole("main")).toContainText(invited.email);
  await page.getByLabel("Contraseña nueva", { exact: true }).fill(password);
  await page.getByLabel("Contraseña nueva, otra vez").fill("otra frase que no es igual");
  await page.getByRole("button", { name: "Crear cuenta y entrar" }).click();
  await expect(page.getByRole("alert")).toContainText("Las dos contraseñas no son iguales.");
  await expect(page.getByLabel("Nombre")).toHaveValue(invited.name);
  await page.getByLabel("Contraseña nueva", { exact: true }).fill(password);
  await page.getByLabel("Contraseña nueva, otra vez").fill(password);
  await page.getByRole("button", { name: "Crear cuenta y entrar" }).click();
  await expect(page).toHaveURL(urls.desk);
  await expect(page.locator(".band-person")).toContainText("Comisión Mexicana de Ayuda a Refugiados");

  const again = await page.goto(link ?? "");
  expect(again?.status()).toBe(404);
  await expect(page.getByRole("main")).toContainText("Este enlace ya se usó");
});

test("a session that ends in the middle of a form asks for the password in place and saves what was typed", async ({
  signedInAs,
}) => {
  const page = await signedInAs("segunda-secretaria");
  const elsewhere = await signedInAs("segunda-secretaria");
  const source = "Gaceta de muestra, «con comillas» & signos, 4 de mayo de 2026";
  await page.goto("/trabajo/directorio/estados/oaxaca/secretaria");
  await page.getByRole("radio", { name: "Vacante" }).check();
  await page.getByLabel("Fuente").fill(source);

  await elsewhere.goto(urls.myAccount);
  await elsewhere.getByRole("link", { name: "Terminar sesión" }).click();
  await elsewhere.getByRole("button", { name: "Terminar sesión" }).click();
  await expect(elsewhere.getByRole("status")).toContainText("La sesión terminó.");

  await page.getByRole("button", { name: "Enviar informe" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Su sesión terminó");
  await page.getByLabel("Correo electrónico").fill(castMember("segunda-secretaria").email);
  await page.getByLabel("Contraseña").fill("no es esta la frase");
  await page.getByRole("button", { name: "Entrar y enviar" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByLabel("Contraseña").fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Entrar y enviar" }).click();
  await expect(page).toHaveURL("/trabajo/directorio/estados/oaxaca?hecho=secretariatReported");
  await expect(page.getByRole("cell", { name: source })).toHaveCount(1);
});
