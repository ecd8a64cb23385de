import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { json, openCli } from "./testing/process.ts";
import { exitOf, onTerminal, type } from "./testing/typing.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

test("--version is the package's version", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(await openCli().run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("a reader that has seen enough is no error", async () => {
  const child = spawn(process.execPath, [main, "--help"], { env: {} });
  child.stdout.destroy();
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  expect({ code: await exitOf(child), said }).toEqual({ code: 0, said: "" });
});

test("Ctrl-C and SIGTERM end a command that waits with their own codes, and JSON stays one value", async () => {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    const { url, asked } = await openSilence();
    for (const args of [
      ["auth", "status"],
      ["api", "GET", "/me"],
    ]) {
      const env = { WIZDATA_BASE_URL: url, WIZDATA_API_KEY: "wz_live_x", HOME: "/nonexistent" };
      const child = spawn(process.execPath, [main, ...args, "--json"], { env });
      let stdout = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
      });
      const exited = exitOf(child);
      await Promise.race([asked(), exited]);
      child.kill(signal);
      expect(await exited).toBe(code);
      expect(json({ code, stdout, stderr: "" })).toMatchObject({ error: { exit_code: code } });
    }
  }
});

onTerminal("a key typed at a terminal is not shown", async () => {
  const typed = `wz_live_${"a".repeat(49)}`;
  const answers = [["API key (not shown): ", typed]] as const;
  const { code, shown } = await type("auth login --base-url http://127.0.0.1:1", answers);
  expect(code).toBe(2);
  expect(shown).toContain("This is not an API key, or a character of it is wrong.");
  expect(shown).not.toContain(typed.slice(0, 20));
});

onTerminal("what cannot be undone is asked on a terminal, and only a yes does it", async () => {
  const question = "Revoke key_1, so that it is refused at once and for good? [y/N] ";
  const no = await type("keys revoke key_1", [[question, ""]]);
  expect(no).toMatchObject({ code: 2, shown: expect.stringContaining("Nothing was changed.") });
  // As far as the server, which is not there.
  expect(await type("keys revoke key_1", [[question, "yes"]])).toMatchObject({ code: 11 });
});

onTerminal("Ctrl-C at a question is exit code 130", async () => {
  expect(await type("auth login", [["API key (not shown): ", "\u0003"]])).toMatchObject({ code: 130 });
  expect(await type("keys revoke key_1", [["[y/N] ", "\u0003"]])).toMatchObject({ code: 130 });
});

/** A server that takes requests and never answers. */
async function openSilence() {
  let heard = Promise.withResolvers<void>();
  const server = createServer(() => heard.resolve());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const asked = async () => {
    await heard.promise;
    heard = Promise.withResolvers<void>();
  };
  return { url: `http://127.0.0.1:${port}`, asked };
}
