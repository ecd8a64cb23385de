import { existsSync } from "node:fs";
import { serve } from "@hono/node-server";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { openWorld } from "../testing/world.ts";

const browserPath = process.env.WIZDATA_TEST_CHROMIUM ?? "/usr/bin/chromium";
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// In CI a missing browser is a failure; at home it is installed with: apt-get install chromium
test.skipIf(!process.env.CI && !existsSync(browserPath))(
  "the reference works in a browser, and asks nobody but this server",
  async () => {
    const world = await openWorld();
    const server = serve({ fetch: world.app.fetch, port: 0, hostname: "127.0.0.1" });
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    const browser = await chromium.launch({ executablePath: browserPath, args: flags });
    try {
      const page = await browser.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(`${origin}/docs`);
      await page.getByText("Onboard a partner company").waitFor();

      await page.getByRole("button", { name: "Authorize" }).first().click();
      await page.locator("#auth-bearer-value").fill(world.operatorKey);
      await page.locator(".auth-btn-wrapper .authorize").first().click();
      await page.locator(".btn-done").first().click();
      await page.locator(".opblock-summary-control").first().click();
      await page.getByRole("button", { name: "Try it out" }).click();
      await page.getByRole("button", { name: "Execute" }).click();
      await page.locator(".live-responses-table").getByText('"kind": "operator"').waitFor();

      expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith("data:"))).toEqual([]);
      expect(requests.filter((url) => url.includes(world.operatorKey))).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      server.close();
      await world.close();
    }
  },
);
