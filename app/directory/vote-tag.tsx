import { Tag } from "~/ui/tag";
import { voteWord } from "./words";

/** Whether a seat votes. Where the secretary has not spoken it votes, and says that this is not confirmed. */
export function VoteTag({ vote }: { vote: boolean | null }) {
  return <Tag tone={vote === null ? "warning" : "neutral"}>{voteWord(vote)}</Tag>;
}
