import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runProgram } from "../program.ts";
import { writeProfiles } from "../settings/profiles.ts";
import { screen } from "../testing/terminal.ts";
import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { places } from "./model.ts";
import { completeValues } from "./values.ts";
import { zshScript } from "./zsh.ts";

const home = mkdtempSync(join(tmpdir(), "wizdata-completion-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
const all = await places();
const fileOf = (shell: keyof typeof scripts) => join(home, `wizdata.${shell}`);
for (const shell of ["bash", "zsh", "fish"] as const) writeFileSync(fileOf(shell), scripts[shell](all));
writeFileSync(join(home, "nse.csv"), "");
// What the command would say, without starting it each time.
const stub = `#!/bin/sh\n[ "$1" = __complete ] && printf '%s-of-wizdata\\tabout it\\n' "$2"\n`;
writeFileSync(join(home, "wizdata"), stub, { mode: 0o755 });

/** Where everything is to be had, a shell that is missing is a failure; on somebody's machine it is not asked for. */
const isTried = (shell: string) => Boolean(process.env.CI) || spawnSync(shell, ["--version"]).status === 0;
function run(shell: string, script: string): string[] {
  const env = { PATH: `${home}:${process.env.PATH}`, HOME: home };
  const { stdout, stderr } = spawnSync(shell, ["-c", script], { cwd: home, env, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((line) => line !== "");
}

const wanted: [words: string[], found: string[]][] = [
  [["ke"], ["keys"]],
  [["keys", "ro"], ["rotate"]],
  [["keys", "rotate", "key"], ["keys-of-wizdata"]],
  [["keys", "rotate", "--o"], ["--overlap"]],
  [
    ["keys", "list", "--status", "retir"],
    ["retired", "retiring"],
  ],
  [["--profile", "pro"], ["profiles-of-wizdata"]],
  [["--profile", "work", "datasets", "show", "data"], ["datasets-of-wizdata"]],
  [["datasets", "publish", "nse", "--file", "ns"], ["nse.csv"]],
  [
    ["completion", ""],
    ["bash", "fish", "zsh"],
  ],
  [["help", "exit"], ["exit-codes"]],
  [
    ["api", "P"],
    ["PATCH", "POST", "PUT"],
  ],
];

describe.runIf(isTried("bash"))("in bash", () => {
  test.each(wanted)("%j", (words, found) => {
    const list = ["wizdata", ...words].map((word) => `'${word}'`).join(" ");
    const said = run(
      "bash",
      `source ${fileOf("bash")}; COMP_WORDS=(${list}); COMP_CWORD=${words.length}; _wizdata wizdata; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
    expect(said.sort()).toEqual(found);
  });
});

describe.runIf(isTried("fish"))("in fish", () => {
  test.each(wanted)("%j", (words, found) => {
    const said = run("fish", `source ${fileOf("fish")}; complete -C 'wizdata ${words.join(" ")}'`);
    expect(said.map((line) => line.split("\t")[0]).sort()).toEqual(found);
  });
});

test.runIf(isTried("zsh"))("zsh reads its script", () => {
  expect(spawnSync("zsh", ["-n", fileOf("zsh")]).status).toBe(0);
});

test("every noun, verb and flag is in each script", () => {
  for (const shell of ["bash", "zsh", "fish"] as const) {
    const script = scripts[shell](all);
    for (const { at, words, flags } of all) {
      expect(script).toContain(at);
      for (const { word } of words) expect(script).toContain(word);
      for (const { long } of flags) expect(script).toContain(long.slice(2));
    }
  }
});

test("somebody is typing: without a server, a key or such names there is nothing, and no error", async () => {
  const terminal = screen({ isTerminal: false, env: { HOME: home, WIZDATA_BASE_URL: "http://127.0.0.1:1" } });
  for (const kind of ["datasets", "keys", "moons", undefined]) await completeValues(kind, terminal, "1.0.0");
  expect(await runProgram(["__complete", "partners"], terminal, "1.0.0")).toBe(0);
  expect(terminal.shown).toEqual({ out: "", err: "" });
});

test("profiles are known without a server", async () => {
  const env = { HOME: home };
  await writeProfiles(env, { current: "work", profiles: { work: { base_url: "https://work.example" } } });
  const terminal = screen({ isTerminal: false, env });
  await completeValues("profiles", terminal, "1.0.0");
  expect(terminal.shown.out).toBe("work\thttps://work.example\n");
});

test("what a server names can run nothing in the shell that completes it", async () => {
  const slugs = ["nse-kenya", "$(touch pwned)", "`touch pwned`", "a b", "x;y"];
  const server = createServer((_, response) => {
    const data = slugs.map((slug) => ({ slug, title: "$(touch pwned)" }));
    response.setHeader("content-type", "application/json").end(JSON.stringify({ data, has_more: false }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  const env = { HOME: home, WIZDATA_BASE_URL: `http://127.0.0.1:${port}`, WIZDATA_API_KEY: "wz_live_x" };
  const terminal = screen({ isTerminal: false, env });
  await completeValues("datasets", terminal, "1.0.0");
  server.closeAllConnections();
  server.close();
  expect(terminal.shown.out).toBe("nse-kenya\t$(touch pwned)\n");
});
