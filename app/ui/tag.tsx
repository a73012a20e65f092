import type { ReactNode } from "react";
import { m } from "~/i18n";

export type Tone = "neutral" | "info" | "success" | "warning" | "error";

/** A status in a word or two. The text says it; the colour only helps. */
export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tone-${tone}`}>{children}</span>;
}

/** Says that a row was made up for the demonstration. */
export function SampleMark() {
  return <span className="tag tag-sample">{m.portal_sample()}</span>;
}
