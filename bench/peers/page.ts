// A bare Hono route on the index files of our lake: the same pages without keys, limits or metering.
import { globSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { Hono } from "hono";

const parts = globSync(`${process.argv[2]}/lake/parts/*/*.sqlite`)
  .map((file) => {
    const index = new Database(file, { readonly: true });
    index.pragma("mmap_size = 1073741824");
    const first = index.prepare<[], string>("SELECT min(date) FROM rows").pluck().get() ?? "";
    const select = "SELECT json FROM rows WHERE code = ? AND date >= ? AND date < ? ORDER BY code, date LIMIT ?";
    return { first, rows: index.prepare<[string, string, string, number], string>(select).pluck() };
  })
  .sort((left, right) => (left.first < right.first ? -1 : 1));

const app = new Hono();
app.get("/api/v1/data/nse-kenya", (c) => {
  const { code = "", from = "0000", to = "9999", limit = "100" } = c.req.query();
  const rows: string[] = [];
  for (const [at, { first, rows: select }] of parts.entries()) {
    const next = parts[at + 1]?.first ?? "9999";
    if (first < to && next > from) rows.push(...select.all(code, from, to, Number(limit) + 1 - rows.length));
    if (rows.length > Number(limit)) break;
  }
  const extra = rows.length > Number(limit) ? rows.pop() : undefined;
  const cursor = extra === undefined ? null : Buffer.from(`${code} ${JSON.parse(extra).date}`).toString("base64url");
  const body = `{"dataset":"nse-kenya","version":1,"data":[${rows.join(",")}],"has_more":${cursor !== null},"next_cursor":${JSON.stringify(cursor)}}`;
  const type = { "content-type": "application/json" };
  if (!c.req.header("accept-encoding")?.includes("gzip")) return c.body(body, 200, type);
  return c.body(gzipSync(body), 200, { ...type, "content-encoding": "gzip", vary: "accept-encoding" });
});

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
  process.send?.({ url: `http://127.0.0.1:${port}` }),
);
for (const end of ["SIGTERM", "disconnect"]) process.once(end, () => server.close(() => process.exit()));
