import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const debian = "/usr/bin/chromium";
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  globalSetup: "./server.ts",
  outputDir: "../results/journeys",
  reporter: [["list"], ["json", { outputFile: "../results/journeys.json" }]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    locale: "es-MX",
    timezoneId: "America/Mexico_City",
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      executablePath: existsSync(debian) ? debian : undefined,
      args: isRoot ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    // What is matched is the file's name, the titles and the tags, in one line.
    {
      name: "phone",
      grep: /@360|(^|[\s/])pages\.spec\.ts/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
  ],
});
