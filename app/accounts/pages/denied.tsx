import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/current-user.server";
import { Refusal } from "~/refusal";

/** Refuses as the page itself would have, and says who may. */
function refuse({ context }: LoaderFunctionArgs | ActionFunctionArgs): never {
  if (context.denied) requireActor(context, context.denied);
  throw new Refusal("missing", "refusal_missing");
}

export const loader = (args: LoaderFunctionArgs) => refuse(args);
export const action = (args: ActionFunctionArgs) => refuse(args);

export default function DeniedPage() {
  return null;
}
