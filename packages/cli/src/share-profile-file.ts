import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import type { ShareProfile } from "@wizdata/sdk";

const profileText = (profile: ShareProfile): string => `${JSON.stringify(profile, null, 2)}\n`;

/** In one step, and with the key in it never for anybody else to read, whatever was there before. */
export async function writeShareProfile(file: string, profile: ShareProfile): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  const handle = await open(unfinished, "wx", 0o600);
  try {
    await handle.writeFile(profileText(profile));
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}
