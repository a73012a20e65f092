import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: { alias: { "~db": folder("./db"), "~": folder("./app") } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // A message is a module: without this each would be a file, and a hydrated page would ask for fifty.
    rollupOptions: { output: { experimentalMinChunkSize: 8_000 } },
  },
  server: { host: "127.0.0.1" },
});
