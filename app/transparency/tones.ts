import type { Tone } from "~/ui/tag";
import type { CommissionPhase, SecretariatStatus } from "~db/vocabulary";
import type { MapTone } from "./state-map";

/** How strongly the map shades each phase. */
export const mapTone: Record<CommissionPhase, MapTone> = {
  unknown: "none",
  created: "low",
  installed: "middle",
  operating: "high",
};

export const phaseTone: Record<CommissionPhase, Tone> = {
  unknown: "neutral",
  created: "info",
  installed: "info",
  operating: "success",
};

export const secretariatTone: Record<SecretariatStatus, Tone> = {
  unknown: "neutral",
  filled: "success",
  vacant: "warning",
  shared: "info",
};
