import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LedgerDocument } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { daysBetween } from "../../ledger/days.ts";
import { anyOf, arrayOf, integer, named, objectOf, string } from "../../output/schema.ts";
import { table } from "../../output/view.ts";
import { documentView } from "../../views/ledger.ts";

const saved = objectOf({ day: string, partner_id: string, events: integer, path: string });

export default command({
  summary: "Download the signed ledger of a day, with the proof of each event",
  details:
    "Days are those of UTC, and are signed a minute after they are over. One document holds all of a partner's events of a day, the proof of each, and the platform's public keys: wizdata usage verify needs nothing else.",
  flags: {
    day: optional(text("the UTC day", "date")),
    from: optional(text("the first UTC day of several", "date")),
    to: optional(text("the day after the last one", "date")),
    partner: optional(text("whose ledger, by id or e-mail address (operators)", "partner")),
    out: optional(text("the folder for a file a day; it is made if missing", "folder")),
  },
  examples: [
    "wizdata usage ledger --day 2026-03-10 --json",
    "wizdata usage ledger --from 2026-03-10 --to 2026-03-11 --partner data@baobab.example --out ./ledger",
  ],
  output: anyOf(
    objectOf({
      day: string,
      partner_id: string,
      signed: {},
      partner: {},
      data: arrayOf({}),
      keys: arrayOf(named("SigningKey")),
    }),
    objectOf({ files: arrayOf(saved) }),
  ),
  isBulk: () => true,
  run: async ({ wizdata, signal, progress }, { day, from, to, partner, out }) => {
    if ((day === undefined) === (from === undefined)) throw usageFailure("Say --day, or --from and --to.");
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    const read = (one: string) =>
      wizdata.ledger.document({ day: one, limit: 1_000, ...given({ partner_id }) }, { signal });
    if (out === undefined) {
      if (day === undefined) throw usageFailure("Several days are a file each.", { hint: "Say --out too." });
      return read(day);
    }
    await mkdir(out, { recursive: true });
    const files: { day: string; partner_id: string; events: number; path: string }[] = [];
    for (const one of day === undefined ? daysBetween(from ?? "", to) : [day]) {
      progress(`reading the ledger of ${one}`);
      files.push(await save(out, await read(one)));
    }
    return { files };
  },
  view: (found) =>
    "files" in found
      ? table(found.files, {
          day: (file) => file.day,
          partner_id: (file) => file.partner_id,
          events: (file) => file.events,
          path: (file) => file.path,
        })
      : documentView(found),
});

/** A file has its name only when it is whole. */
async function save(folder: string, document: LedgerDocument) {
  const { day, partner_id, data } = document;
  const path = join(folder, `${day}-${partner_id}.json`);
  await writeFile(`${path}.part`, `${JSON.stringify(document)}\n`);
  await rename(`${path}.part`, path);
  return { day, partner_id, events: data.length, path };
}
