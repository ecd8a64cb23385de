import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openCli } from "../testing/process.ts";
import { onTerminal, type } from "../testing/typing.ts";

const window = {
  name: "license-day",
  dataset: "nse-kenya",
  lineage_id: null,
  limit: 1_000,
  held: 0,
  window_seconds: 86_400,
};

onTerminal("a watch shows what is used as it goes up, and q ends it", async () => {
  const { url } = await openLimits((response, count) => answer(response, count * 100));
  const { code, shown } = await type("usage watch --every 1s", [["200/1000", "q"]], url);
  expect(code).toBe(0);
  expect(shown).toMatch(/license-day {2}nse-kenya .*█.*░.*10 %.*100\/1000.*900.*h/);
  expect(shown).toContain("20 %");
  expect(shown).toContain("q ends it.");
});

onTerminal("a connection that is lost is told of, and the watch goes on when it is back", async () => {
  const { url } = await openLimits((response, count) =>
    count === 2 ? response.destroy() : answer(response, count * 100),
  );
  const { code, shown } = await type("usage watch --every 1s", [[/Lost: [\s\S]*300\/1000/, "q"]], url);
  expect(code).toBe(0);
  expect(shown).toContain("It is tried again.");
});

onTerminal("Ctrl-C ends a watch with its own code, and a count with none", async () => {
  const { url } = await openLimits((response, count) => answer(response, count * 100));
  expect(await type("usage watch --every 1s", [["100/1000", "\u0003"]], url)).toMatchObject({ code: 130 });
  const { code, shown } = await type("usage watch --count 1", [], url);
  expect({ code, shown }).toEqual({ code: 0, shown: expect.stringContaining("/1000") });
});

onTerminal("a watch that cannot begin fails at once, and one whose key is revoked then", async () => {
  expect(await type("usage watch", [])).toMatchObject({ code: 11 });
  const { url } = await openLimits((response, count) => (count === 1 ? answer(response, 1) : refuse(response)));
  expect(await type("usage watch --every 1s", [], url)).toMatchObject({ code: 4 });
});

test("in a pipe a lost connection is told of on stderr, once, and stdout has the looks and nothing else", async () => {
  const { url } = await openLimits((response, count) =>
    count === 2 || count === 3 ? response.destroy() : answer(response, count),
  );
  const cli = openCli({ WIZDATA_BASE_URL: url, WIZDATA_API_KEY: "wz_live_x" });
  const { code, stdout, stderr } = await cli.run(["usage", "watch", "--every", "1s", "--count", "2", "--ndjson"]);
  expect(code).toBe(0);
  const looks = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(looks.map(({ data }) => data[0].used)).toEqual([1, 4]);
  expect(stderr.match(/Lost: /g)).toHaveLength(1);
});

/** A server of limits. `count` is 1 for the first look. */
async function openLimits(handler: (response: ServerResponse, count: number) => unknown) {
  let count = 0;
  const server = createServer((_, response) => handler(response, ++count));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has such an address.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function answer(response: ServerResponse, used: number): void {
  const resets_at = new Date(Date.now() + 7_200_000).toISOString();
  const data = [{ ...window, used, remaining: window.limit - used, resets_at }];
  response
    .setHeader("content-type", "application/json")
    .end(JSON.stringify({ partner_id: "par_1", data, spending: null }));
}

function refuse(response: ServerResponse): void {
  const problem = {
    type: "about:blank",
    title: "Not known",
    status: 401,
    code: "unauthenticated",
    request_id: "req_1",
  };
  response.writeHead(401, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
}
