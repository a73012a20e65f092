/* A bare node:http server: sends captured answers, byte for byte, from memory. Arguments: the captures, the port. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [file, port] = process.argv.slice(2);
const answers = new Map(
  JSON.parse(readFileSync(file, "utf8")).map(({ id, headers, body }) => [
    `/${id}`,
    { headers, body: Buffer.from(body) },
  ]),
);

createServer((request, response) => {
  const { headers, body } = answers.get(request.url);
  response.writeHead(200, headers).end(body);
}).listen(Number(port), "127.0.0.1");
