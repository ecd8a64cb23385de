import { mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "./connection.ts";
import { openSqlite } from "./sqlite.ts";

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "wizdata-store-"));
  file = join(home, "control.sqlite");
});
afterEach(() => rmSync(home, { recursive: true }));

test("a commit is on the disk before it is told, on the file opened again too", async () => {
  await openSqlite(file).close();
  const again = connect(file);
  expect(again.pragma("synchronous", { simple: true })).toBe(2);
  expect(again.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(again.pragma("foreign_keys", { simple: true })).toBe(1);
  again.close();
});

test("every table is strict: what is no number is not kept where numbers are", async () => {
  await openSqlite(file).close();
  const connection = new Database(file, { readonly: true });
  const tables = connection.pragma("table_list") as { name: string; type: string; strict: number }[]; // as SQLite says it
  const ours = tables.filter(({ name, type }) => type === "table" && !/^(sqlite|__drizzle)_/.test(name));
  expect(ours.length).toBeGreaterThan(15);
  expect(ours.filter(({ strict }) => strict !== 1)).toEqual([]);
  connection.close();
});

test("reads see only what is committed, and cannot write", async () => {
  const store = openSqlite(file);
  const { epochs } = store.db.t;
  await store.transaction(async (tx) => {
    await tx.insert(epochs).values({ id: "rights", value: 1 });
    expect(await store.db.select().from(epochs)).toEqual([]);
  });
  expect(await store.db.select().from(epochs)).toHaveLength(1);
  await expect(store.db.insert(epochs).values({ id: "other", value: 1 })).rejects.toThrow();
  await store.close();
});

test("a transaction that fails leaves nothing, and one inside another is refused", async () => {
  const store = openSqlite(file);
  const { epochs } = store.db.t;
  const failing = store.transaction(async (tx) => {
    await tx.insert(epochs).values({ id: "rights", value: 1 });
    await store.transaction(async () => {});
  });
  await expect(failing).rejects.toThrow("pass its tx down");
  expect(await store.db.select().from(epochs)).toEqual([]);
  await store.close();
});

test("the file and what SQLite keeps beside it are for its own account only", async () => {
  const store = openSqlite(file);
  await store.transaction((tx) => tx.insert(tx.t.epochs).values({ id: "rights", value: 1 }));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(path).mode & 0o077).toBe(0);
  await store.close();
});

test("a file that cannot be trusted any more is told, so that the process can end", async () => {
  const told: unknown[] = [];
  const store = openSqlite(file, (error) => told.push(error));
  const write = () => store.transaction((tx) => tx.insert(tx.t.epochs).values({ id: "rights", value: 1 }));
  truncateSync(file, 5_000);
  await expect(write()).rejects.toThrow();
  expect(told).toHaveLength(1);
});
