import { IntegrityError } from "../core/errors.ts";
import type { Manifest } from "../generated/schemas.ts";
import { builtins } from "./builtins.ts";

/** A public key of a platform, as `/.well-known/wizdata-keys.json` tells it: Ed25519 in the form of a JWK. */
export type PublicKey = { kid: string; kty: string; crv: string; x: string };

/** What the signed text of a manifest says. */
export type ManifestContent = Omit<Manifest, "signed" | "signature">;

/** A manifest that was signed, byte for byte, with the key that proves it. */
export type SignedManifest = { text: string; signature: Uint8Array; key: PublicKey; content: ManifestContent };

/** The manifest as a server answers with it. @throws IntegrityError where it was not signed by one of the keys, or is of another export. */
export function readSigned(id: string, manifest: Manifest, keys: readonly PublicKey[]): SignedManifest {
  const { signed, signature } = manifest;
  if (typeof signed !== "string" || typeof signature !== "string")
    throw new IntegrityError("The manifest is not signed: it is of before manifests were, or somebody took that away");
  const read = openSigned(signed, Buffer.from(signature, "base64url"), keys);
  if (read.content.export_id !== id)
    throw new IntegrityError(`The manifest is of ${read.content.export_id}, not of ${id}`);
  return read;
}

/** The text is believed only after its signature. @throws IntegrityError */
export function openSigned(text: string, signature: Uint8Array, keys: readonly PublicKey[]): SignedManifest {
  const content = parse(text);
  const key = keys.find(({ kid }) => kid === content.key_id);
  if (!key) throw new IntegrityError(`The manifest was signed with ${content.key_id}, which is none of the known keys`);
  if (!isSigned(text, signature, key)) throw new IntegrityError(`The manifest is not what was signed with ${key.kid}`);
  return { text, signature, key, content };
}

function parse(text: string): ManifestContent {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new IntegrityError("The manifest is not JSON", { cause: error });
  }
}

function isSigned(text: string, signature: Uint8Array, { kty, crv, x }: PublicKey): boolean {
  const { createPublicKey, verify } = builtins().crypto;
  try {
    const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(text), key, signature);
  } catch {
    // A text that is no key has signed nothing.
    return false;
  }
}
