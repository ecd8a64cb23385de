import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What a database knows that was opened after the loss. */
export type Known = { has(id: string): boolean; answersKept: number };

const ids = `select id from usage_events union all select id from partners union all select id from keys
  union all select 'audit of ' || target from audit where action in ('partner.created', 'key.created')`;

/** Opens files as a machine would find them when it is switched on again. @throws when they are not a sound database. */
export function openImage(folder: string, image: ReadonlyMap<string, Buffer>): Known {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, bytes] of image) writeFileSync(join(folder, name), bytes);
  const database = new DatabaseSync(join(folder, "control.sqlite"));
  try {
    const sound = database.prepare("pragma quick_check").get()?.quick_check;
    if (sound !== "ok") throw new Error(`The database is damaged: ${sound}`);
    const found = new Set(
      database
        .prepare(ids)
        .all()
        .map(({ id }) => String(id)),
    );
    const kept = database.prepare("select count(*) as kept from idempotency where status = 201").get();
    return { has: (id) => found.has(id), answersKept: Number(kept?.kept) };
  } finally {
    database.close();
  }
}
