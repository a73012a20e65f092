import { inPath, urls } from "~/urls";
import { expectFits, expectSound, linksOf, watch } from "./inspection";
import { expect, test } from "./people";

const { home, institutions, states, accessibility, signIn, requestReset } = urls;
const open = [home, institutions, "/instituciones/comar", states, "/estados/chiapas", accessibility];
const doors = [signIn, requestReset, "/no-existe"];

test("anyone goes from the home to an institution, to the map of states, to English and back", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: "Instituciones" }).click();
  await page.getByRole("main").getByRole("link", { name: "Comisión Mexicana de Ayuda a Refugiados" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Comisión Mexicana de Ayuda");
  await page.getByRole("navigation").getByRole("link", { name: "Entidades" }).click();
  await page.locator("svg a").filter({ hasText: "Chiapas" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chiapas");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL("/en/estados/chiapas");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL("/estados/chiapas");
});

for (const language of ["es", "en"] as const) {
  test(`every public page is sound, carries no script and asks only its own origin, in ${language} @360`, async ({
    page,
  }) => {
    const network = watch(page);
    for (const path of [...open, ...doors]) {
      await page.goto(inPath(path, language));
      await expectSound(page);
      expect.soft(await page.locator("script").count(), path).toBe(0);
    }
    expect(network.scripts()).toEqual([]);
    expect(network.foreign()).toEqual([]);
  });
}

test("no institution's and no state's page is wider than its window @360", async ({ page }) => {
  for (const register of [institutions, states]) {
    await page.goto(register);
    const found = (await linksOf(page)).filter((path) => path.startsWith(`${register}/`));
    expect(found.length).toBeGreaterThan(30);
    for (const path of found) {
      const answer = await page.goto(path, { waitUntil: "domcontentloaded" });
      expect.soft(answer?.status(), path).toBe(200);
      await expectFits(page);
    }
  }
});
