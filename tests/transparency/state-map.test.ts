import { gzipSync } from "node:zlib";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { drawStateShapes } from "~/transparency/draw-state-shapes.mjs";
import { type MapState, StateMap } from "~/transparency/state-map";
import { stateShapes } from "~/transparency/state-shapes";
import drawnFile from "~/transparency/state-shapes.ts?raw";
import states from "~db/seed/commission/states.json";

const shown: MapState[] = states.map(({ inegi, name, slug }, at) => ({
  inegi,
  name,
  href: `/estados/${slug}`,
  tone: at === 0 ? "high" : "none",
  toneLabel: at === 0 ? "En operación" : "Sin información",
}));
const drawing = renderToStaticMarkup(
  createElement(StateMap, {
    states: shown,
    title: "Mapa",
    description: "Cada entidad enlaza",
    tableId: "tabla",
  }),
);

describe("the map of the states", () => {
  it("has one outline for each of the 32 states", () => {
    expect(Object.keys(stateShapes).sort()).toEqual(states.map(({ inegi }) => inegi).sort());
  });

  it("is what its source draws", () => {
    expect(drawnFile).toBe(drawStateShapes());
  });

  it("closes every outline and keeps it inside the frame", () => {
    for (const [code, shape] of Object.entries(stateShapes)) {
      expect(shape, code).toMatch(/^(M\d+,\d+l[-\d, ]+z)+$/);
    }
  });

  it("says each state's name and tone in words, in its link", () => {
    expect(drawing.match(/<a class="map-state"/g)).toHaveLength(32);
    expect(drawing).toContain('href="/estados/aguascalientes"><title>Aguascalientes: En operación</title>');
  });

  it("explains in its legend only the tones that it shows", () => {
    const legend = drawing.slice(drawing.indexOf("map-legend"));
    expect(legend.match(/<li>/g)).toHaveLength(2);
    expect(legend).not.toContain("url(#map-low)");
  });

  it("credits its source, and carries no style attribute or script", () => {
    expect(drawing).toContain("MapSVG");
    expect(drawing).not.toMatch(/ style=|<script/);
  });

  it("weighs at most 14 kB compressed", () => {
    expect(gzipSync(drawing).length).toBeLessThanOrEqual(14_000);
  });
});
