import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { versionOf } from "../subscriptions/published-versions.ts";
import type { Answer, World } from "../testing/world.ts";
import { selectParts } from "./versions-queries.ts";

// What tests of publishing look at beside the answers: the files of the lake, and bodies that come as the test decides.

/** The names of all files below a folder of the world's home. */
export function filesIn(world: World, ...path: string[]): string[] {
  const folder = join(world.config.home, ...path);
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
}

/** A file where a process that died could have left it. */
export function leaveBehind(world: World, ...path: string[]): void {
  const file = join(world.config.home, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "left behind");
}

export async function partNames({ services: { store } }: World): Promise<string[]> {
  return (await store.db.select().from(store.db.t.parts)).map(({ sha256 }) => sha256);
}

/** Nothing unfinished lies about, and each file of the lake is a part that a version has, or its index. */
export async function expectTidy(world: World): Promise<void> {
  const { db } = world.services.store;
  expect(readdirSync(join(world.config.home, "staging"))).toEqual([]);
  expect(await db.select().from(db.t.publishes)).toEqual([]);
  const named = (await partNames(world)).flatMap((sha256) => [`${sha256}.parquet`, `${sha256}.sqlite`]);
  expect(filesIn(world, "lake", "parts")).toEqual(named.sort());
}

export const currentVersion = async (world: World, slug: string): Promise<number | null> =>
  (await world.ask("GET", `/datasets/${slug}`)).body.current_version;

/** A body whose parts and end the test decides. */
export function openBody() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // A reader that has given up is what some tests are about.
  const ignore = () => {};
  return {
    stream: readable,
    write: (text: string) => void writer.write(new TextEncoder().encode(text)).catch(ignore),
    end: () => void writer.close().catch(ignore),
    fail: () => void writer.abort(new Error("connection reset")).catch(ignore),
  };
}

export const sendStream = (world: World, slug: string, raw: ReadableStream<Uint8Array>): Promise<Answer> =>
  world.ask("POST", `/datasets/${slug}/versions`, { raw, headers: { "content-type": "text/csv" } });

/** The hashes of a version's parts, in their order. */
export async function partsOf({ services: { store } }: World, slug: string, number: number): Promise<string[]> {
  return (await selectParts(store.db, slug, number)).map(({ sha256 }) => sha256);
}

/** Each row of a version as the values of its columns, as a walk by small pages finds them. */
export async function rowsOf(world: World, slug: string, number?: number): Promise<unknown[][]> {
  const { services } = world;
  const version = await versionOf(services, slug, number ?? (await currentVersion(world, slug)) ?? 0);
  const query = { filters: [], from: null, to: null, columns: null, order: "time" } as const;
  const rows: unknown[][] = [];
  let after = null;
  do {
    const page = await services.lake.page(version.definition, version.parts, { ...query, filters: [] }, after, 2);
    if (!page) throw new Error("only an export has this order");
    rows.push(...page.rows.map((json) => Object.values(JSON.parse(json) as object)));
    after = page.next;
  } while (after);
  return rows;
}
