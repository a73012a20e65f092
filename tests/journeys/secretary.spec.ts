import { expect, type Page, test } from "./people";

const directory = "/trabajo/directorio";
const today = () => new Date().toLocaleDateString("en-CA", { timeZone: "America/Mexico_City" });
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();
const told = (page: Page) => page.getByRole("status");

test("the secretary says whether a seat votes, and the public page says so with its reason kept", async ({
  signedInAs,
}) => {
  const page = await signedInAs("secretaria");
  await page.goto(`${directory}/asientos/seat-acnur`);
  await page.getByRole("link", { name: "Indicar si vota" }).click();
  await press(page, "Guardar");
  await expect(page.getByRole("alert")).toContainText("Falta este dato.");
  await page.getByRole("radio", { name: "Con voz, sin voto" }).check();
  await page.getByLabel("Motivo").fill("Acuerdo de muestra 1/2026");
  await press(page, "Guardar");
  await expect(told(page)).toContainText("Quedó indicado si el asiento vota.");
  await expect(page.getByRole("main")).toContainText("Con voz, sin voto");
  await page.goto("/instituciones/acnur");
  await expect(page.getByRole("main")).toContainText("Con voz, sin voto");
});

test("the secretary names an alternate, and the titular stays", async ({ signedInAs }) => {
  const page = await signedInAs("secretaria");
  await page.goto(`${directory}/asientos/seat-comar`);
  await page.getByRole("link", { name: "Registrar un nombramiento" }).click();
  await expect(page.getByRole("radio", { name: "Suplente" })).toBeChecked();
  await page.getByLabel("Nombre").fill("Suplente de muestra, COMAR");
  await page.getByLabel("Cargo").fill("Dirección de área");
  await page.getByLabel("Primer día").fill(today());
  await page.getByLabel("Documento de nombramiento").fill("Oficio de muestra 7/2026");
  await press(page, "Registrar nombramiento");
  await expect(told(page)).toContainText("El nombramiento quedó registrado.");
  const rows = page.getByRole("main").getByRole("table").first().getByRole("row");
  await expect(rows.filter({ hasText: "Suplente de muestra, COMAR" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Titular de muestra, COMAR" })).toHaveCount(1);
});

test("a seat passes to another institution and keeps the one that held it in its history", async ({
  signedInAs,
}) => {
  const page = await signedInAs("secretaria");
  await page.goto(`${directory}/asientos/seat-indesol`);
  await page.getByRole("link", { name: "Pasar el asiento a otra institución" }).click();
  await page.getByLabel("Institución").selectOption({ value: "semujeres" });
  await page.getByLabel("Primer día").fill(today());
  await page.getByLabel("Fuente").fill("Decreto de muestra, 5 de junio de 2026");
  await press(page, "Pasar el asiento");
  await expect(told(page)).toContainText("El asiento pasó a la institución elegida.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Asiento 5: MUJERES");
  await expect(page.getByRole("main")).toContainText("BIENESTAR");
});

test("an institution is renamed and its former name is kept with its last day", async ({ signedInAs }) => {
  const page = await signedInAs("secretaria");
  await page.goto(`${directory}/instituciones/conapred`);
  await page.getByRole("link", { name: "Cambiar de nombre" }).click();
  await page.getByLabel("Nombre en español").fill("Consejo de muestra contra la Discriminación");
  await page.getByLabel("Nombre en inglés").fill("Sample Council against Discrimination");
  await page.getByLabel("Último día del nombre anterior").fill(today());
  await page.getByLabel("Fuente").fill("Decreto de muestra, 6 de junio de 2026");
  await press(page, "Guardar el nombre");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Consejo de muestra contra la Discriminación",
  );
  await expect(page.getByRole("main")).toContainText("Consejo Nacional para Prevenir la Discriminación");
  await page.goto("/en/instituciones/conapred");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sample Council against Discrimination");
});

test("the secretary reports a state's secretariat, and its public page gives the report with its source", async ({
  signedInAs,
}) => {
  const page = await signedInAs("secretaria");
  await page.goto(`${directory}/estados/puebla`);
  await page.getByRole("link", { name: "Informar sobre la secretaría ejecutiva" }).click();
  await page.getByRole("radio", { name: "Compartida con otro cargo" }).check();
  await page.getByLabel("Fuente").fill("Oficio de muestra 9/2026");
  await press(page, "Enviar informe");
  await expect(told(page)).toContainText("quedó registrado");
  await page.goto("/estados/puebla");
  await expect(page.getByRole("main")).toContainText("Compartida con otro cargo");
  await expect(page.getByRole("main")).toContainText("Oficio de muestra 9/2026");
});

test("two tabs on one form: the stale one shows both texts, loses nothing and can still be sent", async ({
  signedInAs,
}) => {
  const first = await signedInAs("secretaria");
  const second = await first.context().newPage();
  const form = `${directory}/instituciones/pnud/nombre`;
  for (const [tab, name] of [
    [first, "Programa primero"],
    [second, "Programa segundo"],
  ] as const) {
    await tab.goto(form);
    await tab.getByLabel("Nombre en español").fill(name);
    await tab.getByLabel("Último día del nombre anterior").fill(today());
    await tab.getByLabel("Fuente").fill("Decreto de muestra, 7 de junio de 2026");
  }
  await press(first, "Guardar el nombre");
  await expect(told(first)).toContainText("El nombre nuevo quedó guardado");
  await press(second, "Guardar el nombre");
  await expect(second.getByRole("alert")).toContainText("Otra persona guardó un cambio");
  const both = second.getByText("Otra persona guardó un cambio antes").locator("..");
  await expect(both).toContainText("Ahora dice: Programa primero");
  await expect(both).toContainText("Usted escribió: Programa segundo");
  await expect(second.getByLabel("Nombre en español")).toHaveValue("Programa segundo");
  await expect(second.getByLabel("Fuente")).toHaveValue("Decreto de muestra, 7 de junio de 2026");
});
