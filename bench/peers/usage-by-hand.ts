// The same rows into the same tables by hand: one durable transaction a group, nothing asked, decided or proven.
import Database from "better-sqlite3";

const [file = "", group = "", partners = ""] = process.argv.slice(2);
const db = new Database(file);
db.pragma("journal_mode = wal");
db.pragma("synchronous = full");
type Row = Record<string, unknown>;
const first = (sql: string, ...values: string[]) => db.prepare<string[], Row>(sql).get(...values) ?? {};
const event = first("select * from usage_events");
const partnerId = String(event.partner_id);
const templates = [
  ...db
    .prepare<string[], Row>("select * from counters where owner like ?")
    .all(`%${partnerId}%`)
    .map((row) => adder("counters", row, ["used"])),
  adder("rollups", first("select * from rollups where partner_id = ?", partnerId), ["calls", "rows", "bytes", "units"]),
  adder("rollup_months", first("select * from rollup_months where partner_id = ?", partnerId), [
    "calls",
    "rows",
    "bytes",
    "units",
  ]),
];
const addEvent = adder("usage_events", event, []);
const addBlock = adder("blocks", first("select * from blocks"), []);
const growChain = db.prepare("update chains set seq = seq + 1, seen_at = ?");

function adder(table: string, row: Row, sums: string[]): (changes: Row) => void {
  const names = Object.keys(row);
  const key = db.prepare<[string], string>("select name from pragma_table_info(?) where pk > 0").pluck().all(table);
  const grown = sums.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(", ");
  const conflict = sums.length === 0 ? "" : `on conflict (${key.map((name) => `"${name}"`)}) do update set ${grown}`;
  const statement = db.prepare(
    `insert into ${table} (${names.map((name) => `"${name}"`)}) values (${names.map(() => "?")}) ${conflict}`,
  );
  return (changes) =>
    void statement.run(
      names.map(
        (name) =>
          changes[name] ??
          (name === "owner" ? String(row.owner).replace(partnerId, String(changes.partner_id)) : row[name]),
      ),
    );
}

let events = 0;
let blocks = 1_000_000;
const write = db.transaction(() => {
  const present = new Set<string>();
  for (let at = 0; at < Number(group); at++, events++) {
    const id = `par_${String(events % Number(partners)).padStart(26, "0")}`;
    present.add(id);
    addEvent({ id: `use_${String(events).padStart(26, "0")}`, partner_id: id });
  }
  for (const id of present) for (const add of templates) add({ partner_id: id });
  addBlock({ seq: ++blocks });
  growChain.run(Date.now());
});

process.on("message", (durationMs: number) => {
  const startedAt = performance.now();
  const before = events;
  while (performance.now() - startedAt < durationMs) write.immediate();
  process.send?.({ events: events - before, seconds: (performance.now() - startedAt) / 1000 });
});
for (const end of ["SIGTERM", "disconnect"]) process.once(end, () => process.exit());
process.send?.({ url: "" });
