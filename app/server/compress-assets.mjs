/*
 * The last step of the build: beside each text file of `build/client`, its gzip and its brotli, as small as they get.
 * The server sends them as they are, so that a slow connection costs the machine nothing.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folder = "build/client";
const isText = /\.(js|css|svg|txt|json)$/;

for (const name of readdirSync(folder, { recursive: true })) {
  const path = join(folder, String(name));
  if (!isText.test(path) || !statSync(path).isFile()) continue;
  const content = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(content));
}
