import { m } from "~/i18n";
import { mapViewBox, stateShapes } from "./state-shapes";

/** How strongly a state is shaded. Each tone has a pattern of its own, so that colour is not the only carrier. */
export type MapTone = "none" | "low" | "middle" | "high";

export type MapState = {
  /** INEGI code, `"01"` to `"32"`. */
  inegi: string;
  name: string;
  href: string;
  tone: MapTone;
  /** What the tone says, in words. */
  toneLabel: string;
};

type StateMapProps = {
  states: readonly MapState[];
  title: string;
  description: string;
  /** The id of the table that says the same: a link before the map jumps there, past its 32 stops. */
  tableId?: string;
};

/**
 * The map of the states as links, drawn on the server without script. A state of an unknown code is left out;
 * the page's table still names it. Once on a page: its patterns have fixed ids.
 */
export function StateMap({ states, title, description, tableId }: StateMapProps) {
  return (
    <figure className="map">
      {tableId ? (
        <a className="map-skip" href={`#${tableId}`}>
          {m.transparency_states_skipMap()}
        </a>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <svg
        className="map-drawing"
        viewBox={mapViewBox}
        role="group"
        aria-labelledby="map-title"
        aria-describedby="map-description"
      >
        <title id="map-title">{title}</title>
        <desc id="map-description">{description}</desc>
        <Patterns />
        {states.map((state) => (
          <StateLink key={state.inegi} state={state} />
        ))}
      </svg>
      <figcaption className="map-caption">
        <Legend states={states} />
        <p className="map-credit">{m.transparency_states_credit()}</p>
      </figcaption>
    </figure>
  );
}

function StateLink({ state }: { state: MapState }) {
  const shape = stateShapes[state.inegi];
  if (!shape) return null;
  return (
    <a className="map-state" href={state.href}>
      <title>{m.transparency_states_mapLabel({ name: state.name, tone: state.toneLabel })}</title>
      <path className="map-shape" d={shape} fill={paint(state.tone)} />
    </a>
  );
}

function Legend({ states }: { states: readonly MapState[] }) {
  const labels = new Map(states.map(({ tone, toneLabel }) => [tone, toneLabel]));
  const shown = (["none", "low", "middle", "high"] as const).filter((tone) => labels.has(tone));
  return (
    <div className="map-legend">
      <p className="map-legend-title">{m.transparency_states_legend()}</p>
      <ul>
        {shown.map((tone) => (
          <li key={tone}>
            <svg className="map-swatch" viewBox="0 0 48 32" aria-hidden="true">
              <rect className="map-shape" width="48" height="32" fill={paint(tone)} />
            </svg>
            {labels.get(tone)}
          </li>
        ))}
      </ul>
    </div>
  );
}

// An attribute, not a rule of the stylesheet: browsers disagree on whose document a stylesheet's url(#…) means.
const paint = (tone: MapTone): string => `url(#map-${tone})`;

function Patterns() {
  return (
    <defs>
      <pattern id="map-none" width="12" height="12" patternUnits="userSpaceOnUse">
        <rect className="map-ground" width="12" height="12" />
      </pattern>
      <pattern id="map-low" width="12" height="12" patternUnits="userSpaceOnUse">
        <rect className="map-ground" width="12" height="12" />
        <circle className="map-ink" cx="6" cy="6" r="2.2" />
      </pattern>
      <pattern
        id="map-middle"
        width="10"
        height="10"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="map-ground" width="10" height="10" />
        <rect className="map-ink" width="5" height="10" />
      </pattern>
      <pattern id="map-high" width="12" height="12" patternUnits="userSpaceOnUse">
        <rect className="map-ink" width="12" height="12" />
      </pattern>
    </defs>
  );
}
