/* Remix on Express, as its documentation starts it. Arguments: the built app's folder, the port. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import express from "express";

const [folder, port] = process.argv.slice(2);
const build = await import(pathToFileURL(join(folder, "build", "server", "index.js")).href);
const app = express();
app.disable("x-powered-by");
app.use(
  "/assets",
  express.static(join(folder, "build", "client", "assets"), { immutable: true, maxAge: "1y" }),
);
app.use(express.static(join(folder, "build", "client"), { maxAge: "1h" }));
app.all("*", createRequestHandler({ build, mode: "production" }));
app.listen(Number(port), "127.0.0.1");
