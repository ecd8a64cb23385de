import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { open, prices, pricesCsv, pricesRows } from "../src/testing/world.ts";

const browserPath = process.env.WIZDATA_TEST_CHROMIUM ?? "/usr/bin/chromium";
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** The platform and a page with the bundled client, on one origin. */
async function serveApp(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "./src/index.ts"`, resolveDir: join(import.meta.dirname, "..") },
    bundle: true,
    format: "iife",
    globalName: "sdk",
    platform: "browser",
    write: false,
  });
  const server = createServer(async ({ url = "/", headers }, response) => {
    if (!url.startsWith("/api/")) {
      response.writeHead(200, { "content-type": "text/html" });
      return response.end(`<title>App</title><script>${outputFiles[0]?.text}</script>`);
    }
    const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const answer = await fetch(new Request(`http://localhost${url}`, { headers: sent }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
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
  "it reads rows in a browser, and says there what it cannot do",
  async () => {
    const { operator, onboard, fetch } = await open();
    await operator.datasets.create(prices);
    await operator.datasets.publish("prices", pricesCsv);
    const { key } = await onboard("prices");
    const origin = await serveApp(fetch);
    const browser = await chromium.launch({ executablePath: browserPath, args: flags });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(origin);
    const seen = await page.evaluate(`(async () => {
    const wizdata = new sdk.WizData({ apiKey: ${JSON.stringify(key.secret)}, baseURL: location.origin });
    const rows = [];
    for await (const row of wizdata.data.rows("prices", { order: "time" })) rows.push(row);
    const refused = await wizdata.datasets.retrieve("no-such").catch((error) => [error instanceof sdk.NotFoundError, error.code]);
    const download = await wizdata.exports.download("exp_1", { to: "files" }).catch((error) => error.name);
    return { rows: rows.length, first: rows[0], refused, download };
  })()`);
    expect(seen).toEqual({
      rows: pricesRows.length,
      first: pricesRows[0],
      refused: [true, "not_found"],
      download: "WizDataError",
    });
  },
);
