import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runProgram } from "../program.ts";
import { json, openCli, shellWords } from "../testing/process.ts";
import { screen } from "../testing/terminal.ts";
import { nouns } from "./table.ts";

const leaves = Object.entries(nouns).flatMap(([noun, entry]) =>
  "verbs" in entry
    ? Object.entries(entry.verbs).map(([verb, leaf]) => ({ path: [noun, verb], ...leaf }))
    : [{ path: [noun], ...entry }],
);
const commands = await Promise.all(
  leaves.map(async ({ path, summary, load }) => ({
    name: path.join(" "),
    path,
    summary,
    command: (await load()).default,
  })),
);
const unreachable = { WIZDATA_BASE_URL: "http://127.0.0.1:1", WIZDATA_API_KEY: "wz_live_x" };
const withoutServer = new Set([
  "auth login",
  "auth logout",
  "datasets publish",
  "datasets create",
  "usage record",
  "apply",
  "completion",
  "doctor",
  "usage verify",
  "exports verify",
  "profiles list",
  "profiles use",
  "profiles remove",
]);
const callers = commands.filter(({ name }) => !withoutServer.has(name));

test("a command's file is its path", () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/^((data|exports)-)?table\.ts$/.test(file))
    .map((file) => file.slice(0, -".ts".length).split(sep).join(" "));
  expect(files.sort()).toEqual(commands.map(({ name }) => name).sort());
});

test("every test here knows all commands", () => {
  expect(commands.length).toBeGreaterThan(30);
});

describe.concurrent.each(commands)("wizdata $name", ({ path, summary, command }) => {
  test("says the same of itself in the list of commands and in its own help", ({ expect }) => {
    expect(command.summary).toBe(summary);
  });

  test("--help shows an example and never asks for a key", async () => {
    const terminal = screen({ isTerminal: false });
    expect(await runProgram([...path, "--help"], terminal, "1.0.0")).toBe(0);
    expect(terminal.shown.err).toBe("");
    expect(terminal.shown.out).toContain(`Usage: wizdata ${path.join(" ")}`);
    for (const example of command.examples) expect(terminal.shown.out).toContain(`  ${example}\n`);
  });

  test("its examples are of this command and hold no key", () => {
    for (const example of command.examples) {
      expect(shellWords(example).slice(0, path.length + 1)).toEqual(["wizdata", ...path]);
      expect(example).not.toMatch(/wz_(live|test|admin)_/);
    }
  });

  test("--schema says what its JSON is, without a server", async ({ expect }) => {
    const { code, stdout } = await runHere([...path, "--schema"]);
    expect({ code, title: stdout.title }).toEqual({ code: 0, title: `wizdata ${path.join(" ")}` });
  });

  test("a wrong flag is exit code 2 and one JSON value that says where help is", async ({ expect }) => {
    expect(await runHere([...path, "--no-such-flag", "--json"])).toEqual({
      code: 2,
      stdout: {
        error: expect.objectContaining({ code: "usage", exit_code: 2, next: [`wizdata ${path.join(" ")} --help`] }),
      },
      stderr: "",
    });
  });
});

describe.concurrent.each(callers)("wizdata $name, as its example shows it", ({ command }) => {
  const [, ...args] = shellWords(command.examples[0] ?? "");

  test("without a key is exit code 4 and one JSON value that says how to log in", async ({
    expect,
    onTestFinished,
  }) => {
    const ended = await openCli({}, onTestFinished).run([...args, "--json"]);
    expect(json(ended)).toEqual({
      error: expect.objectContaining({ code: "not_logged_in", exit_code: 4, next: ["wizdata auth login"] }),
    });
    expect(ended).toMatchObject({ code: 4, stderr: "" });
  });

  test("without a server is exit code 11 and one JSON value", async ({ expect }) => {
    expect(await runHere([...args, "--json"], unreachable)).toEqual({
      code: 11,
      stdout: { error: expect.objectContaining({ code: "unreachable", exit_code: 11 }) },
      stderr: "",
    });
  });
});

/** In this process, which saves the start of another one; its stdout must be one JSON value. */
async function runHere(args: string[], env: Record<string, string> = {}) {
  const terminal = screen({ isTerminal: false, env: { HOME: "/nonexistent", ...env } });
  const code = await runProgram(args, terminal, "1.0.0");
  return { code, stdout: json({ code, stdout: terminal.shown.out, stderr: "" }), stderr: terminal.shown.err };
}
