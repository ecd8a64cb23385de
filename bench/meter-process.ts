import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { commitTogether, openMeteredHome } from "./metered-home.ts";

// The meter alone, in a process of its own: answers are given to it, so many at once. `meter-process.ts HOME GROUP PARTNERS COPY`

const [home = "", group = "", partners = "", copy = ""] = process.argv.slice(2);
const opened = await openMeteredHome(home, { partners: Number(partners), keysEach: 1 });
const { callers } = opened;
let next = 0;
const takeGroup = () =>
  Array.from({ length: Number(group) }, () => callers[next++ % callers.length]).filter((one) => one !== undefined);

// What the peer begins with: the same tables with what one group left in them.
await commitTogether(opened, takeGroup());
const file = join(home, "control.sqlite");
const database = new Database(file);
database.pragma("wal_checkpoint(truncate)");
database.close();
copyFileSync(file, copy);

process.on("message", async (durationMs: number) => {
  const startedAt = performance.now();
  let events = 0;
  for (; performance.now() - startedAt < durationMs; events += Number(group)) await commitTogether(opened, takeGroup());
  process.send?.({ events, seconds: (performance.now() - startedAt) / 1000 });
});
for (const end of ["SIGTERM", "disconnect"]) process.once(end, () => void opened.close().then(() => process.exit()));
process.send?.({ url: "" });
