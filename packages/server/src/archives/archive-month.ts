import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { record } from "../changes.ts";
import type { ArchivedSum } from "../lake/lake.ts";
import { openSigner } from "../ledger/keys.ts";
import { usageIdsOf } from "../months.ts";
import type { Services } from "../services.ts";
import { archiveColumns, toLine } from "./lines.ts";
import { type ArchiveRow, countSums, deleteSums, insertArchive, insertSums, readEvents } from "./queries.ts";
import { archiveText } from "./signed.ts";
import { Sums } from "./sums.ts";

/** So few that reading them holds nobody up. */
const pageRows = 500;
/** So few that no other writer waits for long. */
const sumsWrittenMax = 200;
const platform = { requestId: "usage-archive", principal: { keyId: "system" } };

/**
 * Writes the events of a month into the lake and tells so in the database, once the file was found to hold what was read. The
 * events stay: whoever dies here leaves a file that nothing names, and the month is archived again.
 */
export async function archiveMonth(services: Services, month: string, signal: AbortSignal): Promise<void> {
  const { store, lake } = services;
  const id = `archive-${month}-${randomUUID()}`;
  const lines = join(await lake.stage(id), "usage.ndjson");
  try {
    const read = await writeLines(services, month, lines, signal);
    const written = await lake.archive({ id, month, lines, columns: archiveColumns(store.db), signal });
    if (written.rows !== read.rows)
      throw new Error(`The archive of ${month} has ${written.rows} events, and ${read.rows} were read.`);
    const difference = read.sums.differsAt(written.sums);
    if (difference !== undefined)
      throw new Error(`The archive of ${month} does not come to the sums of its events: ${difference}`);
    await keepSums(services, month, written.sums);
    await keepArchive(services, month, written);
  } finally {
    await lake.unstage(id);
  }
}

async function writeLines({ store: { db } }: Services, month: string, file: string, signal: AbortSignal) {
  const { idsFrom, idsTo } = usageIdsOf(month);
  const sums = new Sums();
  const handle = await open(file, "wx", 0o600);
  try {
    let rows = 0;
    for (let after = idsFrom; ; ) {
      signal.throwIfAborted();
      const events = await readEvents(db, { after, idsTo }, pageRows);
      for (const event of events) sums.add(event);
      await handle.appendFile(events.map((event) => `${toLine(db, event)}\n`).join(""));
      rows += events.length;
      const last = events.at(-1);
      if (!last || events.length < pageRows) return { rows, sums };
      after = last.id;
    }
  } finally {
    await handle.close();
  }
}

/** They count from when the archive is told of. */
async function keepSums({ store }: Services, month: string, sums: readonly ArchivedSum[]): Promise<void> {
  await store.transaction((tx) => deleteSums(tx, month));
  for (let at = 0; at < sums.length; at += sumsWrittenMax)
    await store.transaction((tx) => insertSums(tx, month, sums.slice(at, at + sumsWrittenMax)));
}

type Written = Pick<ArchiveRow, "file" | "sha256" | "rows" | "bytes"> & { sums: readonly ArchivedSum[] };

async function keepArchive(services: Services, month: string, { sums, ...written }: Written): Promise<void> {
  const { store, clock, log } = services;
  const { file, sha256, rows, bytes } = written;
  const named = { month, file, sha256, rows, bytes };
  const signer = await openSigner(services);
  const signature = signer.sign(archiveText(named));
  const isFirst = await store.transaction(async (tx) => {
    if ((await countSums(tx, month)) !== sums.length) throw new Error(`The sums of ${month} are not all there.`);
    const archivedAt = clock();
    const row = { ...named, ...usageIdsOf(month), signature, keyId: signer.keyId, archivedAt, emptiedAt: null };
    if (!(await insertArchive(tx, row))) return false;
    await record(services, tx, platform, {
      result: undefined,
      action: "usage.archived",
      target: month,
      partnerId: null,
      after: { ...named, key_id: signer.keyId, signature, archived_at: archivedAt.toISOString() },
    });
    return true;
  });
  if (isFirst) log.info({ month, events: rows, bytes }, "archived a month of usage");
}
