import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { post, sendDue } from "~/mail/outbox.server";
import { smtpCarrier } from "~/mail/smtp.server";
import { outbox } from "~db/schema";
import { inTransaction } from "~db/transaction.server";
import { freshDatabase, NOW } from "../support/database";

let house: Awaited<ReturnType<typeof freshDatabase>>;
const received: { mail: ParsedMail; to: string[] }[] = [];
const server = new SMTPServer({
  authOptional: true,
  closeTimeout: 100,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, session, done) {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    void simpleParser(stream).then((mail) => {
      received.push({ mail, to });
      done();
    });
  },
});

beforeAll(() => new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening)));
afterAll(() => new Promise<void>((closed) => void server.close(() => closed())));
beforeEach(async () => {
  house = await freshDatabase();
  received.length = 0;
  return () => house.close();
});

const carrier = () => {
  const { port } = server.server.address() as AddressInfo;
  return smtpCarrier(`smtp://127.0.0.1:${port}`, "portal@portal.example");
};
const letter = (changes: object = {}) => ({
  recipient: "inm@muestra.example",
  subject: "Invitación ñ",
  body: "Línea uno\n.línea dos",
  ...changes,
});
const posted = (changes: object = {}) => inTransaction(house.db, (tx) => post(tx, letter(changes), NOW));
const rows = () => house.db.select().from(outbox);
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("a letter", () => {
  it("leaves by SMTP to its one recipient, under an id made of its row, and is emptied of its text", async () => {
    await posted();
    expect(await sendDue(house.db, carrier(), NOW)).toBe(1);
    const [row] = await rows();
    expect(received.map(({ to }) => to)).toEqual([["inm@muestra.example"]]);
    expect(received[0]?.mail).toMatchObject({
      subject: "Invitación ñ",
      messageId: `<${row?.id}@portal.example>`,
    });
    expect(received[0]?.mail.text?.trim()).toBe("Línea uno\n.línea dos");
    expect(row).toMatchObject({ body: "", sentAt: NOW, attempts: 1 });
    expect(await sendDue(house.db, carrier(), later(1000))).toBe(0);
  });

  it.each([
    ["a recipient with a line break", { recipient: "a@b.example\r\nBcc: c@d.example" }],
    ["a subject with a line break", { subject: "Hola\nBcc: c@d.example" }],
    ["a subject with a NUL", { subject: "Hola\0" }],
  ])("C12 is refused with %s", async (_, changes) => {
    await expect(posted(changes)).rejects.toThrow("line break");
    expect(await rows()).toEqual([]);
  });

  it("goes to its one recipient even if the address reads as two", async () => {
    await posted({ recipient: "a@b.example, c@d.example" });
    await sendDue(house.db, carrier(), NOW);
    expect(received.flatMap(({ to }) => to).length).toBeLessThanOrEqual(1);
  });

  it("waits longer after each failure, and is given up at last", async () => {
    await posted();
    const broken = () => Promise.reject(new Error("no route"));
    const waits: number[] = [];
    let now = NOW;
    for (let attempt = 0; attempt < 6; attempt += 1) {
      expect(await sendDue(house.db, broken, now)).toBe(0);
      const [row] = await rows();
      if (row?.failedAt) break;
      waits.push(((row?.nextAttemptAt.getTime() ?? 0) - now.getTime()) / 60_000);
      now = row?.nextAttemptAt ?? now;
    }
    expect(waits).toEqual([1, 5, 15, 60, 240]);
    expect((await rows())[0]).toMatchObject({ body: "", lastError: "no route", sentAt: null });
  });

  it("is not sent before its time", async () => {
    await posted();
    await inTransaction(house.db, async (tx) => {
      await tx
        .update(outbox)
        .set({ nextAttemptAt: later(5) })
        .where(eq(outbox.recipient, "inm@muestra.example"));
    });
    expect(await sendDue(house.db, carrier(), later(4))).toBe(0);
    expect(await sendDue(house.db, carrier(), later(5))).toBe(1);
  });
});
