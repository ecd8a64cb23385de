import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPlatform } from "../../testing/platform.ts";
import { json, openCli } from "../../testing/process.ts";

const fileOf = (home: string) => join(home, ".config", "wizdata", "config.json");

test("a key given on standard input is checked, kept for this user alone, and used from then on", async () => {
  const { world, url } = await openPlatform();
  const cli = openCli({ WIZDATA_BASE_URL: url });
  const login = await cli.run(["auth", "login", "--key-stdin", "--json"], { input: `${world.operatorKey}\n` });
  expect(json(login)).toMatchObject({ profile: "default", base_url: url, me: { kind: "operator" } });
  expect(login.stdout).not.toContain(world.operatorKey);
  expect(statSync(fileOf(cli.home)).mode & 0o777).toBe(0o600);
  expect(statSync(join(cli.home, ".config", "wizdata")).mode & 0o777).toBe(0o700);
  const status = await cli.run(["auth", "status", "--json"]);
  expect(json(status)).toMatchObject({ profile: "default", api_key_from: fileOf(cli.home), me: { kind: "operator" } });
  expect(status.stdout).not.toContain(world.operatorKey);
});

test("profiles are kept apart, and the environment wins over the current one", async () => {
  const { world, url } = await openPlatform();
  const partner = await world.onboard();
  const cli = openCli();
  const login = (profile: string, key: string) =>
    cli.run(["auth", "login", "--key-stdin", "--base-url", url, "--profile", profile], { input: key });
  expect(await login("operator", world.operatorKey)).toMatchObject({ code: 0 });
  expect(await login("partner", partner.key)).toMatchObject({ code: 0 });
  const kindOf = async (args: string[], env = {}) =>
    json(await cli.run(["auth", "status", "--json", ...args], { env })).me.kind;
  expect(await kindOf([])).toBe("partner");
  expect(await kindOf(["--profile", "operator"])).toBe("operator");
  expect(await kindOf([], { WIZDATA_PROFILE: "operator" })).toBe("operator");
  expect(await kindOf([], { WIZDATA_API_KEY: world.operatorKey, WIZDATA_BASE_URL: url })).toBe("operator");
  expect(json(await cli.run(["auth", "logout", "--json"]))).toEqual({ forgotten: ["partner"], current: "operator" });
  expect(await kindOf([])).toBe("operator");
  expect(json(await cli.run(["auth", "status", "--profile", "partner", "--json"]))).toMatchObject({
    error: { code: "no_such_profile", exit_code: 3, next: ["wizdata auth login --profile partner"] },
  });
});

test("a key that the server refuses is not kept", async () => {
  const { world, url, cli } = await openPlatform();
  const { key, keyId } = await world.onboard();
  expect(await cli.run(["keys", "revoke", keyId, "--yes"])).toMatchObject({ code: 0 });
  const fresh = openCli({ WIZDATA_BASE_URL: url });
  const login = await fresh.run(["auth", "login", "--key-stdin", "--json"], { input: key });
  expect(json(login)).toMatchObject({ error: { code: "unauthenticated", exit_code: 4 } });
  expect(login.code).toBe(4);
  expect(await fresh.run(["auth", "status"])).toMatchObject({ code: 4 });
});

test("a mistyped key is refused before anything is sent", async () => {
  const key = `wz_live_${"a".repeat(49)}`;
  for (const wrong of ["", "hello", key]) {
    const ended = await openCli({ WIZDATA_BASE_URL: "http://127.0.0.1:1" }).run(
      ["auth", "login", "--key-stdin", "--json"],
      { input: wrong },
    );
    expect(json(ended)).toMatchObject({ error: { code: "usage", exit_code: 2 } });
    expect(ended.stdout + ended.stderr).not.toContain(key);
  }
});

test("a key on the command line is refused and not repeated", async () => {
  const key = `wz_live_${"a".repeat(49)}`;
  for (const args of [
    ["auth", "login", "--key", key],
    ["api", "GET", "/me", "-H", `authorization: Bearer ${key}`],
  ]) {
    const ended = await openCli().run(args);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("must not stand on the command line");
    expect(ended.stdout + ended.stderr).not.toContain(key);
  }
});

test("a key never travels in the clear to another machine", async () => {
  const ended = await openCli({ WIZDATA_BASE_URL: "http://data.example.com", WIZDATA_API_KEY: "x" }).run([
    "auth",
    "status",
    "--json",
  ]);
  expect(json(ended)).toMatchObject({ error: { code: "base_url", exit_code: 3 } });
});

test("nobody is asked where nobody is there", async () => {
  const ended = await openCli().run(["auth", "login"]);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain("wizdata auth login --key-stdin");
});

test("a broken file of profiles is named, and one that others can read is warned about", async () => {
  const { world, url } = await openPlatform();
  const cli = openCli({ WIZDATA_BASE_URL: url });
  await cli.run(["auth", "login", "--key-stdin"], { input: world.operatorKey });
  chmodSync(fileOf(cli.home), 0o644);
  const status = await cli.run(["auth", "status"]);
  expect(status.code).toBe(0);
  expect(status.stderr).toContain(`chmod 600 ${fileOf(cli.home)}`);
  writeFileSync(fileOf(cli.home), readFileSync(fileOf(cli.home), "utf8").slice(0, 20));
  expect(json(await cli.run(["auth", "status", "--json"]))).toMatchObject({
    error: { code: "profiles_malformed", exit_code: 3 },
  });
});
