import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closes, closesCsv } from "./testing/datasets.ts";
import { openPlatform, type ServerProcess } from "./testing/server-process.ts";
import { isPostgres } from "./testing/world.ts";

const clients = 16;
const drainMs = 3_000;

let platform: Awaited<ReturnType<typeof openPlatform>>;
let server: ServerProcess;
let operatorKey: string;
let partnerKey: string;

beforeAll(async () => {
  platform = await openPlatform({ WIZDATA_DRAIN_MS: String(drainMs), WIZDATA_UNMETERED_CALLS_PER_MINUTE: "1000000" });
  server = await platform.start();
  operatorKey = server.operatorKey ?? "";
  await ask("POST", "/datasets", closes("prices"));
  await upload(closesCsv());
  const partner = await ask("POST", "/partners", { company: "Acme", email: "data@acme.example", plan: "enterprise" });
  partnerKey = (await ask("POST", `/partners/${partner.id}/keys`, { name: "first" })).secret;
  await ask("POST", "/datasets/prices/subscribe", { partner_id: partner.id, tier: "enterprise" });
  await server.stop();
});
beforeEach(async () => {
  server = await platform.start();
});
afterAll(() => platform.close());

// biome-ignore lint/suspicious/noExplicitAny: a test looks into any body
async function ask(method: string, path: string, body?: unknown): Promise<any> {
  const headers = { authorization: `Bearer ${operatorKey}`, "content-type": "application/json" };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return (await fetch(`${server.url}/api/v1${path}`, { method, headers, ...sent })).json();
}

async function upload(body: string | ReadableStream<Uint8Array>): Promise<{ status: number } | undefined> {
  const headers = { authorization: `Bearer ${operatorKey}`, "content-type": "text/csv" };
  // A streamed body needs `duplex`, which RequestInit does not know.
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  return fetch(`${server.url}/api/v1/datasets/prices/versions`, init).then(
    async (response) => ({ ...((await response.json()) as object), status: response.status }),
    () => undefined,
  );
}

/** One call on a connection that is kept: what came, or how the connection failed. Nothing is tried again. */
function call(agent: Agent, path: string): Promise<{ status: number } | { code: string }> {
  return new Promise((resolve) => {
    const sent = request(`${server.url}${path}`, { agent, headers: { authorization: `Bearer ${partnerKey}` } });
    sent.on("response", (response: IncomingMessage) =>
      text(response).then(
        () => resolve({ status: response.statusCode ?? 0 }),
        () => resolve({ code: "CUT" }),
      ),
    );
    sent.on("error", (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? error.message }));
    sent.end();
  });
}

test("a server that is stopped under load answers every call it took, and says first that it is going", async () => {
  const seen = new Map<string, number>();
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  let isReady = true;
  /** Calls again and again, and goes elsewhere when the server says that it is going, as behind a load balancer. */
  async function client(path: string): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (isReady) {
      const answer = await call(agent, path);
      note(`${path} ${"status" in answer ? answer.status : answer.code}`);
      if (path === "/readyz") isReady = "status" in answer && answer.status === 200;
    }
    agent.destroy();
  }
  const data = "/api/v1/data/prices?limit=2";
  const running = Array.from({ length: clients }, (_, at) => client(at === 0 ? "/readyz" : data));
  await sleep(500);
  expect(await server.stop()).toBe(0);
  await Promise.all(running);
  // Beyond the thousand calls a minute of its plan a client is told so, which is an answer too.
  seen.delete(`${data} 429`);
  expect([...seen.keys()].sort()).toEqual([`${data} 200`, "/readyz 200", "/readyz 503"]);
}, 180_000);

test("an upload that takes longer than the drain is given up, and the version before stays", async () => {
  const before = (await ask("GET", "/datasets/prices")).current_version;
  const endless = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await sleep(50);
      controller.enqueue(new TextEncoder().encode("2024-12-30,SCOM,1\n"));
    },
  });
  const uploading = upload(endless);
  await sleep(500);
  expect(await server.stop()).toBe(0);
  await uploading;
  server = await platform.start();
  expect((await ask("GET", "/datasets/prices")).current_version).toBe(before);
  expect((await upload(closesCsv(77)))?.status).toBe(201);
  expect(await server.stop()).toBe(0);
}, 180_000);

const main = fileURLToPath(new URL("main.ts", import.meta.url));

/** Starts a server that should not start. */
async function startRefused(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const { DATABASE_URL: _none, ...rest } = platform.env as Record<string, string>; // what a process gets
  const child = spawn(process.execPath, [main], { env: { ...rest, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { code, said };
}

// What a start is refused for is read before any database is opened.
test.skipIf(isPostgres)(
  "a start that cannot be is refused with one clear line, and nothing of a secret in it",
  async () => {
    const { port } = new URL(server.url);
    const elsewhere = { WIZDATA_HOME: `${platform.home}/elsewhere` };
    const wrongKey = operatorKey.replace(/.$/, (last) => (last === "x" ? "y" : "x"));
    const postgres = { DATABASE_URL: "postgres://wizdata:geheim@127.0.0.1:1/wizdata" };
    const cases: [Record<string, string>, RegExp][] = [
      [{}, /WIZDATA_HOME: another WizData server runs on this home/],
      [{ ...elsewhere, WIZDATA_OPERATOR_KEY: wrongKey }, /WIZDATA_OPERATOR_KEY: .*copied wrongly/],
      [{ ...elsewhere, WIZDATA_SECRET: "c2hvcnQ=" }, /WIZDATA_SECRET: .*32 bytes/],
      [{ ...elsewhere, ...postgres, WIZDATA_SECRET: "" }, /WIZDATA_SECRET: is required/],
      [{ ...elsewhere, ...postgres }, /DATABASE_URL: .*does not answer/],
      [{ ...elsewhere, WIZDATA_PORT: port }, /WIZDATA_PORT: .*taken/],
    ];
    for (const [env, says] of cases) {
      const { code, said } = await startRefused(env);
      expect([code, said]).toEqual([3, expect.stringMatching(says)]);
      expect(said).not.toMatch(/\n\s+at /);
      expect(said).not.toContain("geheim");
      expect(said).not.toContain(wrongKey);
    }
    expect(await server.stop()).toBe(0);
  },
  180_000,
);
