import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConfigurationError, WizData } from "../index.ts";
import { findTarget } from "./profile.ts";

let home = "";

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "wizdata-sdk-"));
  for (const name of ["WIZDATA_API_KEY", "WIZDATA_BASE_URL", "WIZDATA_PROFILE"]) vi.stubEnv(name, undefined);
  vi.stubEnv("XDG_CONFIG_HOME", home);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

async function writeConfig(text: string): Promise<void> {
  await mkdir(join(home, "wizdata"), { recursive: true });
  await writeFile(join(home, "wizdata", "config.json"), text);
}

const profiles = JSON.stringify({
  current: "default",
  profiles: {
    default: { base_url: "https://data.example.com", api_key: "wz_live_default" },
    staging: { base_url: "https://staging.example.com/wizdata/", api_key: "wz_live_staging" },
  },
});

test("a key in code comes before the environment, and that before the CLI's profile", async () => {
  await writeConfig(profiles);
  expect(findTarget({})).toEqual({ apiKey: "wz_live_default", origin: "https://data.example.com", isLoopback: false });
  vi.stubEnv("WIZDATA_API_KEY", "wz_live_env\n");
  vi.stubEnv("WIZDATA_BASE_URL", "http://localhost:7001");
  expect(findTarget({})).toEqual({ apiKey: "wz_live_env", origin: "http://localhost:7001", isLoopback: true });
  expect(findTarget({ apiKey: "wz_live_code", baseURL: "https://x.example/api/v1" })).toMatchObject({
    apiKey: "wz_live_code",
    origin: "https://x.example",
  });
});

test("a profile is chosen by the environment, or in code, which comes first", async () => {
  await writeConfig(profiles);
  vi.stubEnv("WIZDATA_PROFILE", "staging");
  expect(findTarget({})).toMatchObject({ apiKey: "wz_live_staging", origin: "https://staging.example.com/wizdata" });
  vi.stubEnv("WIZDATA_API_KEY", "wz_live_env");
  expect(findTarget({ profile: "default" })).toMatchObject({
    apiKey: "wz_live_default",
    origin: "https://data.example.com",
  });
});

test("a profile's key goes to the profile's own server only", async () => {
  await writeConfig(profiles);
  expect(() => findTarget({ baseURL: "https://evil.example" })).toThrow(ConfigurationError);
  vi.stubEnv("WIZDATA_BASE_URL", "https://evil.example");
  expect(() => findTarget({})).toThrow("is for https://data.example.com and is not sent to https://evil.example");
  vi.stubEnv("WIZDATA_BASE_URL", "https://data.example.com/api/v1");
  expect(findTarget({})).toMatchObject({ apiKey: "wz_live_default", origin: "https://data.example.com" });
});

test("without any key the first call says how to get one, and not before", async () => {
  const wizdata = new WizData();
  await expect(wizdata.me.retrieve()).rejects.toThrow("There is no API key");
  vi.stubEnv("WIZDATA_API_KEY", "wz_live_now");
  vi.stubEnv("WIZDATA_BASE_URL", "http://127.0.0.1:1");
  await expect(wizdata.me.retrieve({ maxRetries: 0 })).rejects.toThrow("could not be reached");
});

test.each(["{", "null", "[]", '{"profiles":{}}', '{"current":"__proto__","profiles":{}}'])(
  "a config file of %s is an error and no crash",
  async (text) => {
    await writeConfig(text);
    expect(() => findTarget({})).toThrow(ConfigurationError);
    expect(() => findTarget({ profile: "none" })).toThrow(ConfigurationError);
  },
);

test.each([
  "http://data.example.com",
  "http://10.0.0.1:7001",
  "http://localhost.example.com",
  "http://127.0.0.1.example.com",
  "http://[::2]",
])("a key is not sent to %s in the clear", (baseURL) => {
  expect(() => findTarget({ apiKey: "k", baseURL })).toThrow("plain http");
});

test.each([
  "http://localhost",
  "http://127.0.0.1:7001",
  "http://127.8.9.1",
  "http://[::1]:7001",
  "http://wizdata.localhost",
])("%s is this machine", (baseURL) => {
  expect(findTarget({ apiKey: "k", baseURL }).isLoopback).toBe(true);
});

test.each(["data.example.com", "ftp://x", "https://user:secret@x.example", "https://x.example/?a=b", ""])(
  "%o is no address",
  (baseURL) => {
    expect(() => findTarget({ apiKey: "k", baseURL })).toThrow("baseURL must be");
  },
);
