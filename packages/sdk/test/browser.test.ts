import { existsSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { open, prices, pricesCsv, pricesRows } from "../src/testing/world.ts";

const browserPath = process.env.WIZDATA_TEST_CHROMIUM ?? "/usr/bin/chromium";
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** A page with the bundled client. */
async function servePage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "./src/index.ts"`, resolveDir: join(import.meta.dirname, "..") },
    bundle: true,
    format: "iife",
    globalName: "sdk",
    platform: "browser",
    write: false,
  });
  return serve((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<title>App</title><script>${outputFiles[0]?.text}</script>`);
  });
}

/** The platform on a port, and so on an origin, of its own. */
function servePlatform(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  return serve(async ({ url, method = "GET", headers }, response) => {
    const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const answer = await fetch(new Request(`http://localhost${url}`, { method, headers: sent }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has such an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// In CI a missing browser is a failure; at home it is installed with: apt-get install chromium
test.skipIf(!process.env.CI && !existsSync(browserPath))(
  "a page of another origin reads rows with what their headers tell, and hears what it cannot do",
  async () => {
    const app = await servePage();
    const { operator, onboard, app: platform } = await open({ WIZDATA_CORS_ORIGINS: app });
    await operator.datasets.create(prices);
    await operator.datasets.publish("prices", pricesCsv);
    const { key } = await onboard("prices");
    const baseURL = await servePlatform((request) => platform.fetch(request));
    const browser = await chromium.launch({ executablePath: browserPath, args: flags });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(app);
    const seen = await page.evaluate(`(async () => {
      const wizdata = new sdk.WizData({ apiKey: ${JSON.stringify(key.secret)}, baseURL: ${JSON.stringify(baseURL)}, maxRetries: 0 });
      const rows = [];
      for await (const row of wizdata.data.rows("prices", { order: "time" }, { pageRowsMax: 500 })) rows.push(row);
      const { receipt, limits } = await wizdata.data.query("prices", { limit: 1 });
      let csv = "";
      for await (const lines of wizdata.data.csv("prices", { order: "time" })) csv += lines;
      const refused = await wizdata.datasets.retrieve("no-such").catch((error) => [error instanceof sdk.NotFoundError, error.code]);
      const download = await wizdata.exports.download("exp_1", { to: "files" }).catch((error) => error.name);
      return { rows: rows.length, first: rows[0], receipt: typeof receipt, limits: limits.length > 0, csv, refused, download };
    })()`);
    expect(seen).toEqual({
      rows: pricesRows.length,
      first: pricesRows[0],
      receipt: "string",
      limits: true,
      csv: pricesCsv,
      refused: [true, "not_found"],
      download: "WizDataError",
    });
  },
);
