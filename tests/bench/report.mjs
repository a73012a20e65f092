import { availableParallelism, cpus } from "node:os";

const whole = (number) => Math.round(number).toLocaleString("en-US");
const fine = (number) => number.toFixed(2);

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A Markdown table. The first column is text. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at ? "--:" : "---"))), ...rows.map(line)].join("\n");
}

/** The medians of the rounds of one page at one number of connections, beside the two others. */
export function rateRow({ page, connections, bytes, rounds }) {
  const of = (name, field) => median(rounds.map((round) => round[name][field]));
  const rate = of("portal", "rate");
  const beside = (name) => fine(rate / of(name, "rate"));
  return [
    `\`${page}\``,
    connections,
    whole(bytes),
    whole(rate),
    fine(of("portal", "p50")),
    fine(of("portal", "p99")),
    whole(of("bare", "rate")),
    beside("bare"),
    whole(of("empty", "rate")),
    beside("empty"),
    ["portal", "bare", "empty"].map((name) => of(name, "cost").toFixed(3)).join(" / "),
  ];
}

export const rateHead = [
  "page",
  "connections",
  "bytes",
  "requests/s",
  "p50 ms",
  "p99 ms",
  "bare/s",
  "ratio to bare",
  "empty Remix/s",
  "ratio to empty",
  "CPU ms a page: portal / bare / empty",
];

/** On what, and how, the numbers were measured. */
export const machine = (seconds, rounds) =>
  `Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}); ` +
  `servers on one, wrk on the other; medians of ${rounds} interleaved rounds of ${seconds} s, nothing compressed.`;
