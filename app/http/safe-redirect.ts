const ANY_ORIGIN = "http://portal.invalid";
const CONTROLS = /\p{Cc}|\\/u;

/**
 * A path of this portal taken from a request, or `otherwise`. Comparing origins is not enough: `/.//evil.example`
 * parses to our origin and then reads as another's, so the result is looked at again.
 */
export function safeRedirect(to: unknown, otherwise: string): string {
  if (typeof to !== "string" || to.length > 2000 || !/^\/(?![/\\])/.test(to) || CONTROLS.test(to))
    return otherwise;
  if (!URL.canParse(to, ANY_ORIGIN)) return otherwise;
  const { origin, pathname, search, hash } = new URL(to, ANY_ORIGIN);
  const path = pathname + search + hash;
  return origin === ANY_ORIGIN && !path.startsWith("//") ? path : otherwise;
}
