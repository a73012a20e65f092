import { createHash, randomBytes } from "node:crypto";

/** A token of 256 random bits, as it travels in a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Whether a text has the shape of our tokens; what has not is never looked up. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What the database keeps of a token. No salt: 256 random bits need none, and the hash is what one looks up. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
