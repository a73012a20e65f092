import { type AppLoadContext, redirect } from "@remix-run/node";
import { deviceCookie, sessionCookie, tokenIn } from "~/auth/cookies.server";
import { deviceName } from "~/auth/device";
import type { Doorstep, SignedIn } from "./sign-in.server";

/** From where and with what a request would sign someone in. */
export const doorstepOf = (request: Request, { now, address, secure }: AppLoadContext): Doorstep => ({
  now,
  address,
  device: deviceName(request.headers.get("user-agent")),
  deviceToken: tokenIn(request.headers.get("cookie"), "device", secure),
});

/** Sends a person on with the cookies of a session just begun. 307 repeats what they had sent. */
export function letIn(
  { token, deviceToken }: SignedIn,
  { secure }: AppLoadContext,
  to: string,
  status = 303,
) {
  const headers = new Headers();
  headers.append("Set-Cookie", sessionCookie(token, secure));
  headers.append("Set-Cookie", deviceCookie(deviceToken, secure));
  return redirect(to, { status, headers });
}
