/**
 * Draws `state-shapes.ts` from MapSVG's map of Mexico (@svg-maps/mexico, CC BY 4.0): points moved to a grid of half
 * a unit, so that neighbours keep sharing their border, and islets of less than one square unit left out.
 * To draw it again: node app/transparency/draw-state-shapes.mjs
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import map from "@svg-maps/mexico";

const grid = 2;
const smallest = grid * grid;

/** The map's names of the states, in the order of their INEGI codes, 01 to 32. */
const order =
  "agu bcn bcs cam coa col chp chh cmx dur gua gro hid jal mex mic mor nay nle oax pue que roo slp sin son tab tam tla ver yuc zac";

/** The text of `state-shapes.ts`. */
export function drawStateShapes() {
  const shapes = order.split(" ").map((name, at) => {
    const { path } = map.locations.find(({ id }) => id === name);
    return `  "${String(at + 1).padStart(2, "0")}": "${draw(path)}",`;
  });
  const [, , width, height] = map.viewBox.split(" ").map((length) => Math.round(Number(length) * grid));
  return [
    "// Drawn by draw-state-shapes.mjs from MapSVG's map of Mexico, CC BY 4.0, simplified. Not edited by hand.",
    `export const mapViewBox = "0 0 ${width} ${height}";`,
    "",
    "/** The outline of each state, by INEGI code. */",
    "export const stateShapes: Readonly<Record<string, string>> = {",
    ...shapes,
    "};",
    "",
  ].join("\n");
}

function draw(path) {
  const rings = ringsOf(path)
    .map(straightened)
    .filter((ring) => ring.length > 2);
  const largest = Math.max(...rings.map(area));
  return rings
    .filter((ring) => area(ring) >= Math.min(smallest, largest))
    .map(written)
    .join("");
}

/** The closed lines of a path made of m, l and z only, in absolute points on the grid. */
function ringsOf(path) {
  let pen = [0, 0];
  return path.split(/(?=m)/i).map((line) => {
    // Closing a line takes the pen back to where the line began, and a relative m moves from there.
    let start;
    const ring = [];
    for (const [, command, numbers] of line.matchAll(/([ml])([^mlz]*)/gi)) {
      for (const [dx, dy] of pairs(numbers)) {
        pen = command === command.toUpperCase() ? [dx, dy] : [pen[0] + dx, pen[1] + dy];
        start ??= pen;
        ring.push(pen.map((length) => Math.round(length * grid)));
      }
    }
    pen = start;
    return ring;
  });
}

function pairs(numbers) {
  const all = (numbers.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  return all.flatMap((number, at) => (at % 2 === 0 ? [[number, all[at + 1]]] : []));
}

/** Without points that repeat the next one or lie on the way to it, until there are none. */
function straightened(ring) {
  const kept = ring.filter((point, at) => {
    const before = ring[(at + ring.length - 1) % ring.length];
    const after = ring[(at + 1) % ring.length];
    const [ux, uy] = [point[0] - before[0], point[1] - before[1]];
    const [vx, vy] = [after[0] - point[0], after[1] - point[1]];
    return (vx !== 0 || vy !== 0) && (ux * vy !== uy * vx || ux * vx + uy * vy < 0 || (ux === 0 && uy === 0));
  });
  return kept.length === ring.length ? ring : straightened(kept);
}

function area(ring) {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice / 2);
}

function written(ring) {
  const steps = ring.slice(1).map(([x, y], at) => {
    const [dx, dy] = [x - ring[at][0], y - ring[at][1]];
    return `${at === 0 || dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : ","}${dy}`;
  });
  return `M${ring[0]}l${steps.join("")}z`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("state-shapes.ts", import.meta.url), drawStateShapes());
}
