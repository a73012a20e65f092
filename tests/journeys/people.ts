import { test as base, type Page } from "@playwright/test";
import { castMember, DEMONSTRATION_PASSWORD } from "~db/seed/cast";

export { expect, type Page } from "@playwright/test";

/** Fills in the form of `/entrar` as it stands and sends it. */
export async function signIn(page: Page, email: string, password: string = DEMONSTRATION_PASSWORD) {
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña").fill(password);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
}

interface Journey {
  /** A browser of its own in which this member of the cast has signed in, through the form. */
  signedInAs(key: string): Promise<Page>;
}

/** A test with the demonstration's people in it, against the portal that the global setup started. */
export const test = base.extend<Journey>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  baseURL: async ({}, use) => use(process.env.PORTAL_URL),
  signedInAs: async ({ browser }, use) => {
    await use(async (key) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto("/entrar");
      await signIn(page, castMember(key).email);
      await page.waitForURL("**/trabajo");
      return page;
    });
  },
});
