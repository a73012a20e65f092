import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect, type Page } from "./people";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page, a line each: the rule, and where. */
async function violations(page: Page): Promise<string[]> {
  // The debugger's own evaluation: the page's policy allows no foreign script element, and stays as it is.
  await page.evaluate(axe);
  const found = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** The page has no fault that axe knows, one `h1`, and fits the width of its window. */
export async function expectSound(page: Page): Promise<void> {
  const where = page.url();
  expect.soft(await violations(page), `axe at ${where}`).toEqual([]);
  expect.soft(await page.locator("h1").count(), `titles at ${where}`).toBe(1);
  await expectFits(page);
}

/** The page is not wider than its window. */
export async function expectFits(page: Page): Promise<void> {
  expect.soft(await page.evaluate(overflow), `pixels too wide at ${page.url()}`).toBe(0);
}

/** What a page asks the network for, from now on. */
export function watch(page: Page) {
  const asked: { origin: string; type: string; url: string }[] = [];
  page.on("request", (request) =>
    asked.push({ origin: new URL(request.url()).origin, type: request.resourceType(), url: request.url() }),
  );
  return {
    foreign: () => asked.filter(({ origin }) => origin !== process.env.PORTAL_URL).map(({ url }) => url),
    scripts: () => asked.filter(({ type }) => type === "script").map(({ url }) => url),
  };
}

/** The addresses of ours that a page leads to, without query or fragment, each once. */
export async function linksOf(page: Page): Promise<string[]> {
  const found = await page
    .locator("a[href^='/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(found.map((link) => link.split(/[?#]/)[0] ?? link))];
}
