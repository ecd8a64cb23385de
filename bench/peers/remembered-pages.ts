// A bare Hono route that gives pages out of memory: the same bytes, without keys, limits or metering.
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const pages = new Map<string, string>(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")));

const app = new Hono();
app.get("/api/v1/data/nse-kenya", (c) => {
  const { url } = c.req;
  const body = pages.get(url.slice(url.indexOf("?")));
  return body === undefined ? c.notFound() : c.body(body, 200, { "content-type": "application/json" });
});

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
  process.send?.({ url: `http://127.0.0.1:${port}` }),
);
for (const end of ["SIGTERM", "disconnect"]) process.once(end, () => server.close(() => process.exit()));
