import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

test("a time that no timer can wait for is refused, where a timer would not wait at all", () => {
  const longest = 2 ** 31 - 1;
  expect(readConfig({ WIZDATA_STALL_MS: String(longest) }).connections.stallMs).toBe(longest);
  for (const name of ["WIZDATA_STALL_MS", "WIZDATA_PUBLISH_LEASE_MS", "WIZDATA_UPLOAD_STALL_MS", "WIZDATA_DRAIN_MS"])
    expect(() => readConfig({ [name]: String(longest + 1) })).toThrow(ConfigError);
  expect(readConfig({ WIZDATA_UPLOAD_KEPT_MS: String(longest * 2) }).uploadKeptMs).toBe(longest * 2);
});
