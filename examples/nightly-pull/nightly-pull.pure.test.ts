import { spawn } from "node:child_process";
import { hash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openExample, shippedRows } from "../../scripts/testing/example.ts";

const script = new URL("nightly-pull.ts", import.meta.url).pathname;
const slug = "sadc-esg";
const lettingThroughBytes = 300_000;

/** Stands before a server like a network that fails: the answer to an order never comes, or after some bytes of files nothing more does. */
async function openStallingProxy(target: string, stallsAt: "order" | "files") {
  const { promise: stalled, resolve: stall } = Promise.withResolvers<void>();
  let bytes = 0;
  const server = createServer(async (request, response) => {
    const headers = Object.entries(request.headersDistinct).flatMap(([name, all]) =>
      /^(host|connection|content-length|transfer-encoding|accept-encoding)$/.test(name)
        ? []
        : (all ?? []).map((one) => [name, one]),
    ) as [string, string][]; // pairs, by their making
    const body = request.method === "POST" ? await text(request) : null;
    const answer = await fetch(target + request.url, {
      method: request.method ?? "GET",
      headers: [...headers, ["accept-encoding", "identity"]],
      body,
    });
    if (stallsAt === "order" && request.method === "POST") return stall();
    const plain = [...answer.headers].filter(
      ([name]) => !/^(content-encoding|transfer-encoding|connection)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(plain));
    for await (const chunk of answer.body ?? []) {
      if (/\/files\//.test(request.url ?? "")) bytes += chunk.length;
      if (bytes > lettingThroughBytes) {
        response.write(chunk);
        return stall();
      }
      response.write(chunk);
    }
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    stalled,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("a pull that was killed while it ordered, and half-way through its files, goes on, gets the same bytes, and orders nothing twice", async () => {
  const example = await openExample([slug]);
  const orders = await openStallingProxy(example.url, "order");
  const files = await openStallingProxy(example.url, "files");
  const folder = join(example.home, "pull");
  const apiKey = await example.subscriber();
  const pull = (url: string) => {
    const env = { ...process.env, WIZDATA_BASE_URL: url, WIZDATA_API_KEY: apiKey };
    return spawn(process.execPath, [script, slug, folder, "--format", "csv"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
  };
  const finish = async (url: string) => {
    const child = pull(url);
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
    expect(code).toBe(0);
    return said;
  };
  try {
    for (const { url, stalled } of [orders, files]) {
      const killed = pull(url);
      await stalled;
      killed.kill("SIGKILL");
      await once(killed, "exit");
    }
    expect(JSON.parse(readFileSync(join(folder, "state.json"), "utf8")).have).toBe(null);
    expect(readdirSync(join(folder, "v1")).filter((name) => name.endsWith(".csv"))).toEqual([]);

    expect(await finish(example.url)).toMatch(/^sadc-esg: version 1 in \d+ files/);
    const { data: ordered } = await example.operator.exports.list();
    expect(ordered).toHaveLength(1);
    const manifest = await example.operator.exports.manifest(ordered[0]?.id ?? "");
    for (const { name, sha256 } of manifest.files)
      expect(hash("sha256", readFileSync(join(folder, "v1", name)))).toBe(sha256);
    const proofs = ["manifest.json", "manifest.json.sig", "wizdata-keys.json"];
    const names = manifest.files.map(({ name }: { name: string }) => name);
    expect(readdirSync(join(folder, "v1")).sort()).toEqual([...names, ...proofs].sort());

    expect(await finish(example.url)).toBe("sadc-esg: version 1 is here already.\n");

    // The next night there is a version with one row less.
    const rows = gunzipSync(await shippedRows(slug).bytes())
      .toString()
      .trimEnd();
    const fewer = rows.slice(0, rows.lastIndexOf("\n") + 1);
    await example.operator.datasets.publish(slug, new Blob([fewer], { type: "text/csv" }));
    expect(await finish(example.url)).toMatch(/version 2 in/);
    expect(JSON.parse(readFileSync(join(folder, "state.json"), "utf8"))).toEqual({ have: 2, ordered: null });
  } finally {
    orders.close();
    files.close();
    await example.close();
  }
}, 180_000);
