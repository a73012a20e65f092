import { describe, expect, it } from "vitest";
import { behindLatch, openToAll } from "~/http/latch.server";

describe("D2 the latch", () => {
  it("fails a loader that answers without having asked who may", async () => {
    await expect(behindLatch("page.loader", () => ({ secret: 1 }))).rejects.toThrow(
      "page.loader answered without asking",
    );
  });

  it("lets one through that has asked, also later and in a piece of its own", async () => {
    const late = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      openToAll();
      return "open";
    };
    expect(await behindLatch("page.loader", late)).toBe("open");
  });

  it("is of one loader: what a parent asked does not cover its child", async () => {
    const parent = behindLatch("parent", () => {
      openToAll();
      return behindLatch("child", () => "secret");
    });
    await expect(parent).rejects.toThrow("child answered without asking");
  });

  it("passes a refusal on", async () => {
    const refuse = () => Promise.reject(new Error("refused"));
    await expect(behindLatch("page.action", refuse)).rejects.toThrow("refused");
  });
});
