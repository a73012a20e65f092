import { Tag, type Tone } from "~/ui/tag";
import type { CommissionPhase, SecretariatStatus } from "~db/vocabulary";
import { phaseWord, secretariatWord } from "./words";

const secretariatTones: Record<SecretariatStatus, Tone> = {
  unknown: "neutral",
  filled: "success",
  vacant: "error",
  shared: "warning",
};

const phaseTones: Record<CommissionPhase, Tone> = {
  unknown: "neutral",
  created: "info",
  installed: "info",
  operating: "success",
};

/** How a state's executive secretariat stands. */
export function SecretariatTag({ status }: { status: SecretariatStatus }) {
  return <Tag tone={secretariatTones[status]}>{secretariatWord(status)}</Tag>;
}

/** The phase of a state's commission. */
export function PhaseTag({ phase }: { phase: CommissionPhase }) {
  return <Tag tone={phaseTones[phase]}>{phaseWord(phase)}</Tag>;
}
