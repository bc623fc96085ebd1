import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { AppError } from "../errors.ts";

export type Seal = {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
};

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random nonce; `keyText` is 32 bytes in base64 or hex. A sealed text names its key
 * (`<key id>.<nonce, tag, bytes>`), so that keys can be rotated without guessing.
 */
export function createSeal(keyText: string): Seal {
  const key = Buffer.from(keyText, /^[0-9a-f]{64}$/i.test(keyText) ? "hex" : "base64");
  if (key.length !== 32)
    throw new AppError(
      "configuration",
      `MEDQUAL_KEY must be 32 bytes in base64 or hex, not ${key.length}: openssl rand -base64 32`,
    );
  const keyId = createHash("sha256").update(key).digest("hex").slice(0, 8);

  return {
    seal: (text) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
      const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString("base64url")}`;
    },
    open: (sealed) => {
      const { id, body } = /^(?<id>[0-9a-f]{8})\.(?<body>[\w-]*)$/.exec(sealed)?.groups ?? {};
      if (id === undefined || body === undefined) throw damaged(null);
      if (id !== keyId)
        throw new AppError(
          "configuration",
          `A stored token was sealed with the key ${id}, MEDQUAL_KEY is ${keyId}: set the former key, or install the app again.`,
        );
      try {
        return unseal(key, Buffer.from(body, "base64url"));
      } catch (cause) {
        throw damaged(cause);
      }
    },
  };
}

function unseal(key: Buffer, bytes: Buffer): string {
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(tag);
  const text = bytes.subarray(nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}

function damaged(cause: unknown): AppError {
  return new AppError("configuration", "A stored token is damaged: install the app again.", {
    cause,
  });
}
