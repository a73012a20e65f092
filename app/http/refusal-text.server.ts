import { m } from "~/i18n";
import type { Refusal } from "~/refusal";

/** The sentence of a refusal, in the language of the request. */
export function refusalText({ key, details }: Refusal): string {
  const message = m[key] as (params: Record<string, string | number>) => string;
  return message(details.params ?? {});
}
