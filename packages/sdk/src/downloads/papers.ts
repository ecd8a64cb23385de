import { builtins } from "./builtins.ts";
import type { SignedManifest } from "./signed-manifest.ts";

/** A small file beside the downloaded ones, which says what they are. */
export type Paper = { name: string; bytes: string | Uint8Array };

export const paperNames = { manifest: "manifest.json", signature: "manifest.json.sig", keys: "wizdata-keys.json" };

/** The signed text as it is, so that any tool for Ed25519 can check it; the keys in the form in which a platform publishes them. */
export function papersOf(signed: SignedManifest | undefined): Paper[] {
  if (!signed) return [];
  return [
    { name: paperNames.keys, bytes: `${JSON.stringify({ keys: [signed.key] }, null, 2)}\n` },
    { name: paperNames.signature, bytes: signed.signature },
    { name: paperNames.manifest, bytes: signed.text },
  ];
}

/** Each is whole and on the disk before it takes the place of an older one. */
export async function writePapers(folder: string, papers: readonly Paper[]): Promise<void> {
  const { fs, path } = builtins();
  for (const { name, bytes } of papers) {
    const part = path.resolve(folder, `${name}.wizdata-part`);
    await fs.writeFile(part, bytes, { flush: true });
    await fs.rename(part, path.resolve(folder, name));
  }
}
