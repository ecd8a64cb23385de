import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { z } from "@hono/zod-openapi";
import type { World } from "../testing/world.ts";

// A client of the protocol as delta-sharing for Python is one: what it needs of an answer is what `from_json` in its protocol.py
// reads, and how it asks is rest_client.py. Anything missing, or of another type, is an error here as it is there.

const Share = z.object({ name: z.string() });
const Schema = z.object({ name: z.string(), share: z.string() });
const Table = z.object({ name: z.string(), share: z.string(), schema: z.string() });
const Protocol = z.object({ minReaderVersion: z.int().max(1) });
const Metadata = z.object({
  id: z.string(),
  name: z.string().optional(),
  format: z.object({ provider: z.literal("parquet") }),
  schemaString: z.string(),
  configuration: z.record(z.string(), z.string()).optional(),
  partitionColumns: z.array(z.string()),
  version: z.int().optional(),
  size: z.int().optional(),
  numFiles: z.int().optional(),
});
const FileAction = z.object({
  url: z.url(),
  id: z.string(),
  partitionValues: z.record(z.string(), z.string()),
  size: z.int(),
  timestamp: z.int().optional(),
  version: z.int().optional(),
  stats: z.string().optional(),
  expirationTimestamp: z.int().optional(),
});
export type FileAction = z.infer<typeof FileAction>;
/** Which of them it is, is told by the first that is there: FileAction.from_json. */
const Change = z.union([
  z.object({ add: FileAction }),
  z.object({ cdf: FileAction }),
  z.object({ remove: FileAction }),
]);

export type Hints = Record<string, unknown>;
export type Row = Record<string, unknown>;
export type SharingClient = ReturnType<typeof sharingClient>;

const table = "/shares/wizdata/schemas/datasets/tables";

/** A client with what its profile file says. */
export function sharingClient(world: World, key: string) {
  async function request(
    method: string,
    target: string,
    { body, headers = {} }: { body?: unknown; headers?: object } = {},
  ) {
    const response = await world.app.fetch(
      new Request(`http://wizdata.test/delta-sharing${target}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  }

  /** raise_for_status, then the lines as iter_lines gives them. */
  async function lines(method: string, target: string, options?: { body?: unknown; headers?: object }) {
    const { status, headers, text } = await request(method, target, options);
    if (status >= 400) throw new Error(`${status} ${text}`);
    return {
      headers,
      lines: text
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line)),
    };
  }

  const versionOf = (headers: Headers) =>
    z.string().regex(/^\d+$/).transform(Number).parse(headers.get("delta-table-version"));

  async function pages<Item extends z.ZodType>(target: string, item: Item, maxResults?: number) {
    const Page = z.object({ items: z.array(item).default([]), nextPageToken: z.string().optional() });
    const found: z.infer<Item>[] = [];
    for (let token: string | undefined, turns = 0; turns < 100; turns++) {
      const query = new URLSearchParams();
      if (maxResults !== undefined) query.set("maxResults", String(maxResults));
      if (token !== undefined) query.set("pageToken", token);
      const page = Page.parse((await lines("GET", `${target}?${query}`)).lines[0]);
      found.push(...page.items);
      token = page.nextPageToken;
      if (token === undefined || token === "") return found;
    }
    throw new Error("the pages do not end");
  }

  return {
    request,
    lines,
    listShares: () => pages("/shares", Share),
    listSchemas: () => pages("/shares/wizdata/schemas", Schema),
    listTables: () => pages("/shares/wizdata/schemas/datasets/tables", Table),
    listAllTables: (maxResults?: number) => pages("/shares/wizdata/all-tables", Table, maxResults),
    async version(slug: string, query = "") {
      return versionOf((await lines("GET", `${table}/${slug}/version${query}`)).headers);
    },
    async metadata(slug: string) {
      const { headers, lines: answered } = await lines("GET", `${table}/${slug}/metadata`);
      const [protocol, metadata] = answered;
      Protocol.parse(protocol.protocol);
      return { version: versionOf(headers), metadata: Metadata.parse(metadata.metaData), headers };
    },
    async files(slug: string, hints: Hints = {}) {
      const { headers, lines: answered } = await lines("POST", `${table}/${slug}/query`, { body: hints });
      const [protocol, metadata, ...files] = answered;
      Protocol.parse(protocol.protocol);
      return {
        version: versionOf(headers),
        metadata: Metadata.parse(metadata.metaData),
        files: files.map(({ file }) => FileAction.parse(file)),
        headers,
      };
    },
    async changes(slug: string, query: string) {
      const { headers, lines: answered } = await lines("GET", `${table}/${slug}/changes?${query}`);
      const [protocol, metadata, ...actions] = answered;
      Protocol.parse(protocol.protocol);
      Metadata.parse(metadata.metaData);
      return { version: versionOf(headers), actions: actions.map((action) => Change.parse(action)) };
    },
  };
}

/** The bytes behind a link, by whoever has it. */
export async function follow(world: World, url: string, headers: Record<string, string> = {}, method = "GET") {
  const response = await world.app.fetch(new Request(url, { method, headers }));
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Downloads files and reads them with an engine that knows nothing of ours. */
export async function readFiles(world: World, files: readonly Pick<FileAction, "url" | "size">[]): Promise<Row[]> {
  if (files.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), "sharing-"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const names: string[] = [];
    for (const [at, { url, size }] of files.entries()) {
      const { status, bytes } = await follow(world, url);
      if (status !== 200 || bytes.length !== size) throw new Error(`${status}: ${bytes.subarray(0, 500)}`);
      names.push(join(folder, `${at}.parquet`));
      await writeFile(names.at(-1) ?? "", bytes);
    }
    const list = names.map((name) => `'${name}'`).join(", ");
    return (await connection.runAndReadAll(`SELECT * FROM read_parquet([${list}])`)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}
