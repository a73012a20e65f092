import { m } from "~/i18n";

const stages = [
  { name: m.transparency_stage_0, does: m.transparency_stage_0_does },
  { name: m.transparency_stage_1, does: m.transparency_stage_1_does },
  { name: m.transparency_stage_2, does: m.transparency_stage_2_does },
  { name: m.transparency_stage_3, does: m.transparency_stage_3_does },
  { name: m.transparency_stage_4, does: m.transparency_stage_4_does },
];

/** The five stages of the Route, one after the other; SIPINNA numbers them from 0. */
export function Stages() {
  return (
    <ol className="timeline">
      {stages.map(({ name, does }, number) => (
        <li key={name()}>
          <p className="eyebrow">{m.transparency_stage_label({ number })}</p>
          <h3>{name()}</h3>
          <p>{does()}</p>
        </li>
      ))}
    </ol>
  );
}
