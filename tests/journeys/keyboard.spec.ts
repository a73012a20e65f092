import { castMember, DEMONSTRATION_PASSWORD } from "~db/seed/cast";
import { expect, type Page, test } from "./people";

const MOST_STOPS = 60;

/** Where the keyboard is can be seen: an outline or a shadow is drawn around it, inside the window. */
const isSeen = () => {
  const here = document.activeElement;
  if (!here) return false;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
  const { top, bottom, width } = here.getBoundingClientRect();
  const isDrawn = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  return isDrawn && width > 0 && bottom > 0 && top < innerHeight;
};

/** Presses Tab until the control of that name has the focus; every stop on the way can be seen. */
async function tabTo(page: Page, role: "link" | "button" | "textbox" | "radio", name: string) {
  const control = page.getByRole(role, { name }).first();
  const isThere = () => control.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(isSeen), `the focus is seen on the way to ${name}, stop ${stops}`).toBe(true);
    if (await isThere()) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test("a keyboard alone signs in, reports a state's phase and signs out, and its place is always seen", async ({
  page,
}) => {
  await page.goto("/entrar");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Ir al contenido principal" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await tabTo(page, "textbox", "Correo electrónico");
  await page.keyboard.type(castMember("chiapas").email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(DEMONSTRATION_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(castMember("chiapas").name);

  await tabTo(page, "link", "Falta informar sobre la comisión estatal");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Informar sobre la comisión estatal");
  await tabTo(page, "radio", "Creada");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Instalada" })).toBeChecked();
  await tabTo(page, "textbox", "Fuente");
  await page.keyboard.type("Periódico Oficial de muestra, 3 de marzo de 2026");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("quedó registrado");
  await expect(page.getByRole("main")).toContainText("Periódico Oficial de muestra, 3 de marzo de 2026");

  await tabTo(page, "button", "Salir");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toContainText("Su sesión terminó. Hasta pronto.");
});
