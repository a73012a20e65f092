import type { Carrier } from "./outbox.server";

/**
 * Carries letters by SMTP (`smtp://` or `smtps://`, with user and password in the address if needed). The library is
 * loaded at the first letter. It may read neither files nor addresses that a letter names.
 */
export function smtpCarrier(smtpUrl: string, from: string): Carrier {
  let transport: Promise<import("nodemailer").Transporter> | undefined;
  const connect = async () => {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 1,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    } as object);
  };
  return async ({ id, recipient, subject, body }) => {
    transport ??= connect();
    const host = from.split("@")[1]?.replace(/>$/, "") ?? "localhost";
    await (await transport).sendMail({
      from,
      to: { name: "", address: recipient },
      subject,
      text: body,
      messageId: `<${id}@${host}>`,
    });
  };
}
