import { m } from "~/i18n";
import { Source } from "~/ui/stat";
import type { VoteRule } from "./seat-queries.server";

type VoteNoteProps = {
  rule: VoteRule | null;
  /** How many seats the Commission has, and of how many of them the secretary has spoken. */
  seatCount: number;
  settledVotes: number;
};

/** Says that every seat votes until the secretary says otherwise, and that this is a decision and not a fact. */
export function VoteNote({ rule, seatCount, settledVotes }: VoteNoteProps) {
  if (!rule) return null;
  return (
    <>
      <p>
        {m.transparency_votes_rule({ count: seatCount })}{" "}
        {settledVotes > 0 && m.transparency_votes_settled({ count: settledVotes })}
      </p>
      <Source>
        {rule.source} {rule.ours && `(${m.transparency_unverified()})`}
      </Source>
    </>
  );
}
