import { resolve } from "node:path";
import { filesOf } from "../backups/manifest.ts";
import { takeBackup } from "../backups/take-backup.ts";
import { readConfig } from "../config.ts";
import type { Invocation, Outcome } from "./command.ts";

export async function run({ args, flags, environment, version, note, progress }: Invocation): Promise<Outcome> {
  const folder = resolve(args[0] ?? "");
  const withSecret = flags["with-secret"] === true;
  const options = { withSecret, withExports: flags["without-exports"] !== true, copies: flags.copy === true, progress };
  const { manifest, filesAdded } = await takeBackup(readConfig(environment), folder, version, options);
  if (!withSecret) note("The secret is not in it: keep it elsewhere. Without it no key of a restored platform works.");
  const files = filesOf(manifest);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    data: {
      folder,
      made_at: manifest.made_at,
      database: manifest.dialect,
      files: files.length,
      files_added: filesAdded,
      bytes,
      has_exports: manifest.exports !== null,
      has_secret: withSecret,
    },
    text: `Backup of ${manifest.made_at} in ${folder}: ${files.length} files, ${bytes} bytes, all read again and whole; ${filesAdded} parts and exports are new.`,
  };
}
