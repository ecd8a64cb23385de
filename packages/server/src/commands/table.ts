import type { Command } from "./command.ts";

/** Every command with all that help says of it; their code is loaded when they run. */
export const commands: Readonly<Record<string, Command>> = {
  serve: {
    summary: "Serve the API, until Ctrl-C or SIGTERM; what you get without a command",
    details:
      "Settings are environment variables (WIZDATA_HOME, WIZDATA_PORT, DATABASE_URL …). The first start makes the home, the secret and an operator key, which is shown this once.",
    args: [],
    flags: {},
    examples: ["wizdata-server", "WIZDATA_HOME=/var/lib/wizdata WIZDATA_PORT=7001 wizdata-server serve"],
  },
  migrate: {
    summary: "Bring the database to the schema of this WizData, and say what was done",
    details: "A start does the same. This is for who wants it done before, under a lock, with the server stopped.",
    args: [],
    flags: {},
    examples: ["wizdata-server migrate", "DATABASE_URL=postgres://… wizdata-server migrate --json"],
    load: () => import("./migrate.ts"),
  },
  check: {
    summary: "Hold everything that is stored against what must be true of it",
    details:
      "Counters, rollups and usage events agree, every mutation has its audit entry, every part and file its hash, nothing is left over. It changes nothing and is safe beside a running server. Findings are exit code 12, each with its repair.",
    args: [],
    flags: { quick: { says: "compare files by their length only, instead of reading and hashing each" } },
    examples: ["wizdata-server check", "wizdata-server check --quick --json"],
    load: () => import("./check.ts"),
  },
  backup: {
    summary: "Write a backup into a folder, beside a running server, and verify it",
    details:
      "One moment of the database, all parts and the files of exports, with a manifest of their hashes. Into the folder of an earlier backup only what is new is written. The secret is left out unless asked for: keep it elsewhere, no key works without it.",
    args: ["FOLDER"],
    flags: {
      "with-secret": { says: "put the secret into it too; who has that backup can pass for every key" },
      "without-exports": { says: "leave the files of exports out; they are expired when it is restored" },
      copy: { says: "copy parts even where a second name for the same bytes would do" },
    },
    examples: [
      "wizdata-server backup /backups/wizdata",
      "wizdata-server backup /mnt/disk2/wizdata --copy --with-secret",
    ],
    load: () => import("./backup.ts"),
  },
  restore: {
    summary: "Make a platform of a backup, in a new home, and check it",
    details:
      "Nothing is begun before every file was read and found whole. On Postgres DATABASE_URL names an empty database. It ends with a check, whose findings are exit code 12.",
    args: ["FOLDER"],
    flags: {
      home: { says: "the new home, missing or empty; else WIZDATA_HOME", value: "DIR" },
      "secret-file": { says: "the secret, where the backup was made without it", value: "FILE" },
    },
    examples: [
      "wizdata-server restore /backups/wizdata --home /var/lib/wizdata-new --secret-file ./secret",
      "DATABASE_URL=postgres://… wizdata-server restore /backups/wizdata --home ./home --json",
    ],
    load: () => import("./restore.ts"),
  },
};
