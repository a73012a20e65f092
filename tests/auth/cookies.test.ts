import { describe, expect, test } from "vitest";
import { deviceCookie, noSessionCookie, sessionCookie, tokenIn } from "~/auth/cookies.server";
import { deviceName } from "~/auth/device";
import { isToken, newToken, tokenHash } from "~/auth/secrets.server";

const token = "A".repeat(43);

describe("cookies", () => {
  test("C54 are for this host alone and for no script, and over https travel by it only", () => {
    const rest = "Path=/; HttpOnly; SameSite=Lax";
    expect(sessionCookie(token, true)).toBe(`__Host-session=${token}; ${rest}; Max-Age=43200; Secure`);
    expect(deviceCookie(token, true)).toBe(`__Host-device=${token}; ${rest}; Max-Age=31536000; Secure`);
    expect(noSessionCookie(true)).toBe(`__Host-session=; ${rest}; Max-Age=0; Secure`);
    expect(sessionCookie(token, false)).toBe(`session=${token}; ${rest}; Max-Age=43200`);
  });

  test.each<[string | undefined, boolean, string | null, string]>([
    [`session=${token}`, false, token, "the session's cookie is read"],
    [`a=b; session=${token};c=d`, false, token, "among others"],
    [`__Host-session=${token}`, true, token, "with its prefix over https"],
    [`session=${token}`, true, null, "a neighbour host's is not ours over https"],
    [`xsession=${token}`, false, null, "another name is another cookie"],
    [`session=${token}A`, false, null, "a longer one is not of our making"],
    [`session=${"A".repeat(42)}'`, false, null, "nor one with other signs"],
    [`device=${token}`, false, null, "nor is the browser's mark a session"],
    ["", false, null, "an empty header has none"],
    [undefined, false, null, "nor has no header"],
  ])("%s (https: %s) is %s: %s", (header, secure, found) => {
    expect(tokenIn(header, "session", secure)).toBe(found);
  });
});

test("C54 a token is 256 random bits, and its hash is not a token", () => {
  const tokens = Array.from({ length: 1_000 }, newToken);
  expect(new Set(tokens).size).toBe(1_000);
  expect(tokens.every(isToken)).toBe(true);
  expect(Buffer.from(tokens[0] ?? "", "base64url")).toHaveLength(32);
  expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(isToken(tokenHash(token))).toBe(false);
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows"],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome · Android",
  ],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari · iOS"],
  ["<script>alert(1)</script>", "—"],
  [null, "—"],
])("a browser that says %s is kept as %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
