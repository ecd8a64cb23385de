import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { topics } from "./help/topics.ts";
import { runProgram } from "./program.ts";
import { shellWords } from "./testing/process.ts";
import { type Screen, screen } from "./testing/terminal.ts";

const nowhere = { HOME: "/nonexistent", WIZDATA_BASE_URL: "http://127.0.0.1:1", WIZDATA_API_KEY: "wz_live_x" };

async function run(line: string, env: Record<string, string> = nowhere): Promise<Screen["shown"] & { code: number }> {
  const terminal = screen({ isTerminal: false, env });
  const code = await runProgram(shellWords(`wizdata ${line}`).slice(1), terminal, "1.0.0");
  return { code, ...terminal.shown };
}

test("help on a verb is the same, however it is asked for", async () => {
  const { out } = await run("keys rotate --help");
  expect(out).toContain("Usage: wizdata keys rotate");
  for (const line of ["help keys rotate", "keys help rotate", "help keys rotate --json"])
    expect(await run(line)).toEqual({ code: 0, out, err: "" });
});

test("every topic has help, and one that is mistyped is found", async () => {
  for (const name of Object.keys(topics)) expect(await run(`help ${name}`)).toMatchObject({ code: 0, err: "" });
  expect((await run("help exit-codes")).out).toContain(" 13  done in part");
  expect(await run("help exit-code")).toMatchObject({
    code: 2,
    err: expect.stringContaining("wizdata help exit-codes"),
  });
});

test.each([
  ["kes rotate key_1", "wizdata keys rotate key_1"],
  ["keys rotat key_1", "wizdata keys rotate key_1"],
  ["keys rotate key_1 --overlp 1h", "wizdata keys rotate key_1 --overlap 1h"],
  [
    "datasets subscribe nse --partner 'a b' --tier premum",
    "wizdata datasets subscribe nse --partner 'a b' --tier premium",
  ],
])("%s: the command that was meant is named whole", async (line, meant) => {
  const { code, out } = await run(`${line} --json`);
  expect(code).toBe(2);
  expect(JSON.parse(out).error.next[0]).toBe(`${meant} --json`);
});

test("--schema needs neither arguments nor a server, and has what it refers to", async () => {
  const { code, out, err } = await run("keys list --schema");
  const schema = JSON.parse(out);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(schema).toMatchObject({ title: "wizdata keys list", $ref: "#/$defs/KeyPage" });
  for (const [, name = ""] of out.matchAll(/"#\/\$defs\/(\w+)"/g)) expect(schema.$defs).toHaveProperty(name);
  const line = JSON.parse((await run("keys list --schema --ndjson")).out);
  expect(line).toMatchObject({ $ref: "#/$defs/Key" });
});

test("--dry-run shows the request, checked against the contract, and sends nothing", async () => {
  const shown = await run("keys rotate key_1 --overlap 1h --dry-run --json");
  expect({ ...shown, out: JSON.parse(shown.out) }).toEqual({
    code: 0,
    err: "",
    out: {
      dry_run: true,
      request: {
        method: "POST",
        path: "/api/v1/keys/key_1/rotate",
        operation: "keys.rotate",
        content_type: "application/json",
        body: { overlap_seconds: 3_600 },
      },
    },
  });
  const refused = await run("keys rotate key_1 --overlap 999d --dry-run --json");
  expect(refused.code).toBe(2);
  expect(JSON.parse(refused.out).error.errors).toEqual([
    { path: "overlap_seconds", message: expect.stringContaining("at most") },
  ]);
  expect(await run("keys revoke key_1 --dry-run")).toMatchObject({ code: 0, out: expect.stringMatching(/^POST /) });
  expect(await run("api DELETE /keys/key_1 --dry-run")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^DELETE /),
  });
});

test("--timing says on stderr where the time went, and leaves stdout alone", async () => {
  const url = await serve('{"data":[],"has_more":false,"next_cursor":null}');
  const shown = await run("datasets list --json --timing", { ...nowhere, WIZDATA_BASE_URL: url });
  expect({ ...shown, out: JSON.parse(shown.out) }).toEqual({
    code: 0,
    out: { data: [], has_more: false, next_cursor: null },
    err: expect.stringMatching(
      /^start-up [\d.]+ ms · connect \d+\.\d ms · first byte [\d.]+ ms · body [\d.]+ ms · render [\d.]+ ms · total [\d.]+ ms · 1 request\n$/,
    ),
  });
});

async function serve(body: string): Promise<string> {
  const server = createServer((_, response) => response.setHeader("content-type", "application/json").end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}
