import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runProgram } from "../program.ts";
import { screen } from "../testing/terminal.ts";
import { findConnection } from "./connection.ts";
import { profilesFile, writeProfiles } from "./profiles.ts";

const secret = `wz_live_${"a".repeat(49)}`;

async function openProfiles() {
  const home = mkdtempSync(join(tmpdir(), "wizdata-profiles-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const env = { HOME: home };
  await writeProfiles(env, {
    current: "work",
    profiles: {
      work: { base_url: "https://work.example", api_key: secret },
      home: { base_url: "https://home.example" },
    },
  });
  const run = async (...args: string[]) => {
    const terminal = screen({ isTerminal: false, env });
    const code = await runProgram([...args, "--json"], terminal, "1.0.0");
    return { code, said: JSON.parse(terminal.shown.out) };
  };
  return { env, run };
}

test("profiles are listed, chosen and removed, and no secret is shown", async () => {
  const { run } = await openProfiles();
  const { said } = await run("profiles", "list");
  expect(said.data).toEqual([
    { name: "home", is_current: false, base_url: "https://home.example", key: null },
    { name: "work", is_current: true, base_url: "https://work.example", key: "wz_?_…aaaa" },
  ]);
  expect(JSON.stringify(said)).not.toContain(secret);
  expect(await run("profiles", "use", "home")).toEqual({
    code: 0,
    said: { current: "home", base_url: "https://home.example" },
  });
  expect(await run("profiles", "remove", "home", "--yes", "--dry-run")).toMatchObject({ code: 0 });
  expect((await run("profiles", "remove", "home", "--yes")).said).toEqual({ removed: "home", current: "work" });
  expect((await run("profiles", "list")).said.data).toHaveLength(1);
});

test("a profile that is not there is named, with the one that was meant", async () => {
  const { run } = await openProfiles();
  expect(await run("profiles", "use", "wrok")).toEqual({
    code: 3,
    said: { error: expect.objectContaining({ code: "no_such_profile", next: ["wizdata profiles use work"] }) },
  });
});

test("only its owner can read the file, whoever wrote it before", async () => {
  const { env } = await openProfiles();
  expect(statSync(profilesFile(env)).mode & 0o777).toBe(0o600);
});

test("the flag beats the environment, and the environment beats the current profile", async () => {
  const { env } = await openProfiles();
  const key = { WIZDATA_API_KEY: "wz_live_env" };
  expect(await findConnection(env, undefined)).toMatchObject({ profile: "work", apiKey: secret });
  expect(await findConnection({ ...env, WIZDATA_PROFILE: "home" }, undefined)).toMatchObject({ profile: "home" });
  expect(await findConnection({ ...env, ...key }, undefined)).toMatchObject({
    baseUrl: "https://work.example",
    apiKey: "wz_live_env",
  });
  expect(await findConnection({ ...env, ...key }, "work")).toMatchObject({ apiKey: secret });
  await expect(findConnection({ ...env, WIZDATA_BASE_URL: "http://data.example.com" }, undefined)).rejects.toThrow(
    "would show the API key to the network",
  );
});

test("a profile's key is for the profile's server, and a variable takes it to no other", async () => {
  const { env } = await openProfiles();
  const moved = { ...env, WIZDATA_BASE_URL: "https://evil.example" };
  expect(await findConnection(moved, undefined)).toMatchObject({ apiKey: undefined, keyIsFor: "https://work.example" });
  const terminal = screen({ isTerminal: false, env: moved });
  expect(await runProgram(["datasets", "list", "--json"], terminal, "1.0.0")).toBe(3);
  expect(JSON.parse(terminal.shown.out).error).toMatchObject({ code: "key_of_another_server" });
  const same = { ...env, WIZDATA_BASE_URL: "https://work.example/" };
  expect(await findConnection(same, undefined)).toMatchObject({ apiKey: secret });
});
