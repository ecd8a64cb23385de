import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { apiRoutes, createApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { ensureOperatorKey } from "../keys/first-operator.ts";
import { signDueDays } from "../ledger/sign-days.ts";
import { createLog } from "../log.ts";
import { openServices } from "../open-services.ts";
import { createConform } from "./conform.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test looks into any body
export type Answer = { status: number; headers: Headers; body: any };
export type Ask = {
  key?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
  raw?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
};
export type World = Awaited<ReturnType<typeof openWorld>>;

const databaseUrl = process.env.WIZDATA_TEST_POSTGRES_URL;
export const isPostgres = process.env.WIZDATA_TEST_STORE === "postgres";

/** A whole platform of its own: fresh database, fresh home, a clock that stands still until told, every answer checked against the contract. */
export async function openWorld({
  now = new Date("2026-03-10T09:30:00.000Z"),
  settings = {},
  onFatal,
}: {
  now?: Date;
  settings?: Record<string, string>;
  /** Told instead of the process that it should end. */
  onFatal?: (error: unknown) => void;
} = {}) {
  const home = mkdtempSync(join(tmpdir(), "wizdata-world-"));
  const database = isPostgres ? await createDatabase() : undefined;
  const config = readConfig({
    WIZDATA_HOME: home,
    WIZDATA_LOG: "silent",
    DATABASE_URL: database?.url,
    WIZDATA_SECRET: randomBytes(32).toString("base64"),
    ...settings,
  });
  const log: string[] = [];
  let time = now;
  const clock = {
    now: () => time,
    set: (to: Date) => {
      time = to;
    },
    advance: (ms: number) => {
      time = new Date(time.getTime() + ms);
    },
  };
  const { services, close } = await openServices(config, {
    clock: clock.now,
    ...(onFatal && { onFatal }),
    log: createLog(process.env.WIZDATA_TEST_LOG ?? "warn", { write: (line: string) => log.push(line) }),
  });
  const operatorKey = (await ensureOperatorKey(services)) ?? "";
  await services.exportRunner.start(services);
  const app = createApp(services);
  const conform = createConform(apiRoutes(services), "/api/v1");

  /** What the SDK takes as `fetch`: the app in this process, each answer held against the contract. */
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await app.fetch(request);
    await conform(request.method, new URL(request.url).pathname, response);
    return response;
  };

  /** One raw call; `key: null` sends none. */
  async function ask(
    method: string,
    path: string,
    { key = operatorKey, body, raw, headers = {} }: Ask = {},
  ): Promise<Answer> {
    const sent = raw ?? (body === undefined ? null : JSON.stringify(body));
    const response = await fetch(`http://wizdata.test/api/v1${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: sent,
      ...(sent instanceof ReadableStream ? { duplex: "half" } : {}),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
  }

  let partners = 0;
  /** An active partner with a key of all it may have. */
  async function onboard({ partner = {}, key = {} }: { partner?: object; key?: object } = {}) {
    partners += 1;
    const made = await ask("POST", "/partners", {
      body: {
        company: `Partner ${partners}`,
        email: `data@partner${partners}.example`,
        plan: "enterprise",
        ...partner,
      },
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    const madeKey = await ask("POST", `/partners/${made.body.id}/keys`, { body: { name: "first", ...key } });
    if (madeKey.status !== 201) throw new Error(JSON.stringify(madeKey.body));
    return { id: made.body.id as string, key: madeKey.body.secret as string, keyId: madeKey.body.id as string };
  }

  return {
    services,
    config,
    app,
    clock,
    operatorKey,
    fetch,
    ask,
    onboard,
    /** What is done every minute where a server runs. */
    signDays: () => signDueDays(services),
    log,
    async close() {
      await close();
      await database?.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A database of its own on the Postgres of the tests. */
export async function createDatabase() {
  if (databaseUrl === undefined) throw new Error("Tests on Postgres run through npm test, which starts one.");
  const name = `world_${randomBytes(6).toString("hex")}`;
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await client.unsafe(`create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    async drop() {
      await client.unsafe(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}
