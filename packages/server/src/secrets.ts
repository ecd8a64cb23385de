import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const secretBytesMin = 32;
const secretsMax = 2;
const nonceBytes = 12;
const tagBytes = 16;
const noSecret = "A platform has at least one secret.";

type Signed = "cursor" | "link";
type Sealed = "answers" | "signing";
type Label = "pepper" | Sealed | Signed;

/** What is derived from the platform's secret. The first secret is in use; older ones still open what they made. */
export type Secrets = {
  /** The id of the pepper that new keys are hashed with. */
  pepperId: string;
  /** The hash of a key under each live pepper, the one in use first. */
  hashKey(key: string): { pepperId: string; hash: string }[];
  /** Under each live secret, the one in use first. */
  sign(label: Signed, text: string): Buffer[];
  seal(label: Sealed, plain: string): string;
  /** undefined when no live secret made it. */
  open(label: Sealed, sealed: string): string | undefined;
};

export function createSecrets(masters: Buffer[]): Secrets {
  const derive = (label: Label) =>
    masters.map((master) => ({
      id: createHash("sha256").update("wizdata id").update(master).digest("hex").slice(0, 8),
      // Made a key of once: createHmac() would make one of plain bytes at every call, which takes ten times as long.
      key: createSecretKey(Buffer.from(hkdfSync("sha256", master, "", `wizdata ${label}`, 32))),
    }));
  const peppers = derive("pepper");
  const signers = { cursor: derive("cursor"), link: derive("link") };
  const sealers = { answers: derive("answers"), signing: derive("signing") };
  const [pepper] = peppers;
  if (!pepper) throw new Error(noSecret);

  return {
    pepperId: pepper.id,
    hashKey: (key) =>
      peppers.map(({ id, key: secret }) => ({
        pepperId: id,
        hash: createHmac("sha256", secret).update(key).digest("hex"),
      })),
    sign: (label, text) => signers[label].map(({ key }) => createHmac("sha256", key).update(text).digest()),
    seal(label, plain) {
      const [sealer] = sealers[label];
      if (!sealer) throw new Error(noSecret);
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealer.key, nonce);
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `${sealer.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open(label, sealed) {
      const [id, text = ""] = sealed.split(".");
      const secret = sealers[label].find((sealer) => sealer.id === id);
      if (!secret) return undefined;
      const bytes = Buffer.from(text, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", secret.key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
    },
  };
}

/** `WIZDATA_SECRET` as one or, while it is being changed, two base64 texts: `new,old`. */
export function parseSecrets(text: string): Buffer[] {
  return text
    .trim()
    .split(",")
    .map((part) => Buffer.from(part.trim(), "base64"));
}

export function isSecrets(text: string): boolean {
  const masters = parseSecrets(text);
  return masters.length <= secretsMax && masters.every((master) => master.length >= secretBytesMin);
}

/** The secret of an embedded home, made at its first start. */
export function homeSecret(home: string): Buffer[] {
  const file = join(home, "secret");
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(secretBytesMin).toString("base64"), { mode: 0o600, flush: true });
    // A link never replaces: of two first starts one wins, and both read what won.
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft);
    }
  }
  chmodSync(file, 0o600);
  const text = readFileSync(file, "utf8");
  if (!isSecrets(text))
    throw new Error(`${file} is damaged. Put back the copy that was kept of it: no key works without it.`);
  return parseSecrets(text);
}
