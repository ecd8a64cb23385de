import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { change, record } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { insertSigningKey, newestSigningKey, retireSigningKey, type SigningKeyRow } from "./keys-queries.ts";
import type { SigningKey } from "./schemas.ts";
import { toSigningKey } from "./wire.ts";

/** Signs for the platform: Ed25519, in base64url. */
export type Signer = { keyId: string; sign(text: string): string };

/** With the key in use. It is made when it is first needed, and again when no live secret opens it: what it signed stays proven. */
export async function openSigner(services: Services): Promise<Signer> {
  const { store, newId } = services;
  for (;;) {
    const newest = await newestSigningKey(store.db);
    const signer = newest && signerOf(services, newest);
    if (signer) return signer;
    const actor = { requestId: newId("req"), principal: { keyId: "system" } };
    await store.transaction(async (tx) => {
      const made = await makeKey(services, tx, newest);
      if (made) await record(services, tx, actor, { ...made, action: "signing_key.created" });
    });
  }
}

/** Has another key sign from now on. The public half of the old one is told for ever. */
export function rotateSigningKey(services: Services, call: Call): Promise<SigningKey> {
  return change(services, call, async (tx) => {
    const made = await makeKey(services, tx, await newestSigningKey(tx));
    if (!made) throw new Problem("conflict", { detail: "The key is being rotated by somebody else. Read the keys." });
    return { ...made, action: "signing_key.rotated" };
  });
}

/** undefined when another process has just made it. The number in its id decides who does. */
async function makeKey({ secrets, clock }: Services, tx: Db, newest: SigningKeyRow | undefined) {
  const number = Number(newest?.id.slice(prefix.length) ?? 0) + 1;
  const { privateKey } = generateKeyPairSync("ed25519");
  const { x = "", d = "" } = privateKey.export({ format: "jwk" });
  const row: SigningKeyRow = {
    id: prefix + String(number).padStart(numberDigits, "0"),
    publicKey: x,
    sealedKey: secrets.seal("signing", d),
    createdAt: clock(),
    retiredAt: null,
  };
  if (!(await insertSigningKey(tx, row))) return undefined;
  if (newest) await retireSigningKey(tx, newest.id, row.createdAt);
  const result = toSigningKey(row);
  return { result, target: row.id, partnerId: null, after: result };
}

const prefix = "sig_";
const numberDigits = 4;
const curve = { kty: "OKP", crv: "Ed25519" };

function signerOf({ secrets }: Services, { id, publicKey, sealedKey }: SigningKeyRow): Signer | undefined {
  const d = secrets.open("signing", sealedKey);
  if (d === undefined) return undefined;
  const key = createPrivateKey({ key: { ...curve, x: publicKey, d }, format: "jwk" });
  return { keyId: id, sign: (text) => sign(null, Buffer.from(text), key).toString("base64url") };
}

/** Whether a text was signed by the key with this public half. */
export function isSignedBy(x: string, text: string, signature: string): boolean {
  const key = createPublicKey({ key: { ...curve, x }, format: "jwk" });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
}
