import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { restoreBackup } from "../backups/restore-backup.ts";
import { isSound } from "../checks/run-check.ts";
import { ConfigError, readConfig } from "../config.ts";
import { isSecrets } from "../secrets.ts";
import { outcomeOf, wireOf } from "./check.ts";
import type { Invocation, Outcome } from "./command.ts";

export async function run({ args, flags, environment, progress }: Invocation): Promise<Outcome> {
  const folder = resolve(args[0] ?? "");
  const home = typeof flags.home === "string" ? { WIZDATA_HOME: flags.home } : {};
  const secret = readSecret(flags["secret-file"]);
  // A database of its own wants the secret in the environment, which may just be what the file is for.
  const named = secret !== undefined && environment.DATABASE_URL ? { WIZDATA_SECRET: secret } : {};
  const config = readConfig(environment, { ...named, ...home });
  const { manifest, check } = await restoreBackup(folder, config, { secret, progress });
  const { text, exitCode } = outcomeOf(check);
  const status = isSound(check) ? "passed" : "failed";
  return {
    data: { home: config.home, made_at: manifest.made_at, check: { status, ...wireOf(check) } },
    text: `Restored the backup of ${manifest.made_at} into ${config.home}.\n${text}`,
    exitCode,
  };
}

function readSecret(file: string | boolean | undefined): string | undefined {
  if (typeof file !== "string") return undefined;
  const text = readFileSync(file, "utf8").trim();
  if (!isSecrets(text)) throw new ConfigError([`--secret-file: ${file} holds no secret of a platform`]);
  return text;
}
