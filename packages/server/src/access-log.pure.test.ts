import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type AccessLine, openAccessLog } from "./access-log.ts";
import { createLog } from "./log.ts";

let home: string;
let said: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "wizdata-access-"));
  said = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const clock = () => new Date("2026-03-10T09:30:00.000Z");
const open = (file: string) =>
  openAccessLog(file, { clock, log: createLog("warn", { write: (line: string) => said.push(line) }) });
const line = (receipt: string): AccessLine => ({
  request_id: "req_1",
  receipt,
  partner_id: "par_1",
  key_id: "key_1",
  dataset: "prices",
  operation: "query",
  status: 200,
  rows: 3,
  bytes: 70,
});
const receipts = (file: string) =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text).receipt);

test("each line is an object, and the file is its owner's only", async () => {
  const file = join(home, "access.ndjson");
  const log = open(file);
  log.note(line("use_1"));
  log.note({ ...line("use_1"), repeat: true });
  await log.close();
  const lines = readFileSync(file, "utf8").split("\n");
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[0] ?? "")).toEqual({ at: "2026-03-10T09:30:00.000Z", ...line("use_1") });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a file that is moved away keeps what it has, and a new one begins", async () => {
  const [file, moved] = [join(home, "access.ndjson"), join(home, "access.1.ndjson")];
  const log = open(file);
  log.note(line("use_1"));
  await vi.waitFor(() => expect(receipts(file)).toEqual(["use_1"]), { timeout: 20_000 });
  renameSync(file, moved);
  log.note(line("use_2"));
  await log.close();
  expect(receipts(moved)).toEqual(["use_1"]);
  expect(receipts(file)).toEqual(["use_2"]);
});

test("what was there before is added to", async () => {
  const file = join(home, "access.ndjson");
  for (const receipt of ["use_1", "use_2"]) {
    const log = open(file);
    log.note(line(receipt));
    await log.close();
  }
  expect(receipts(file)).toEqual(["use_1", "use_2"]);
});

test("a line that a crash cut off takes no other along", async () => {
  const file = join(home, "access.ndjson");
  writeFileSync(file, '{"at":"2026-03-');
  const log = open(file);
  log.note(line("use_1"));
  await log.close();
  const [cut, whole = ""] = readFileSync(file, "utf8").split("\n");
  expect(cut).toBe('{"at":"2026-03-');
  expect(JSON.parse(whole).receipt).toBe("use_1");
});

test("a full disk is said once, and hinders nobody", async () => {
  const log = open("/dev/full");
  log.note(line("use_1"));
  await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 20_000 });
  expect(said[0]).toContain("ENOSPC");
  for (let at = 0; at < 100_000; at++) log.note(line("use_2"));
  await log.close();
  expect(said).toHaveLength(2);
  expect(JSON.parse(said[1] ?? "")).toMatchObject({
    msg: "the access log has lost its last lines",
    lost: expect.any(Number),
  });
});

test("a file that cannot be written is found out at the start", () => {
  expect(() => open(join(home, "missing", "access.ndjson"))).toThrow(/WIZDATA_ACCESS_LOG: .*ENOENT/);
});
