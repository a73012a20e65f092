import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeRedirect } from "~/http/safe-redirect";

describe("C31 where a request may be sent on", () => {
  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/%09/evil.example\t",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "",
    " /trabajo",
    "/\0",
    "///evil.example",
    "http:/evil.example",
    "/a\\b",
    `/${"a".repeat(2000)}`,
  ])("refuses %j", (to) => {
    expect(safeRedirect(to, "/")).toBe("/");
  });

  it.each(["/trabajo", "/en/trabajo?x=1#y", "/trabajo/directorio/asientos/seat-inm"])(
    "lets %s through",
    (to) => {
      expect(safeRedirect(to, "/")).toBe(to);
    },
  );

  it("never leads to another origin, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const to = safeRedirect(`/${text}`, "/");
        expect(to.startsWith("//")).toBe(false);
        expect(new URL(to, "http://portal.test").origin).toBe("http://portal.test");
      }),
    );
  });
});
