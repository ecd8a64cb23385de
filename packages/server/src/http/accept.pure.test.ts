import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { preferred } from "./accept.ts";
import { encodingFor, pack } from "./encoding.ts";

const types = ["application/json", "application/x-ndjson", "text/csv"];

test.each([
  [undefined, "application/json"],
  ["", "application/json"],
  ["*/*", "application/json"],
  ["text/csv", "text/csv"],
  ["TEXT/CSV", "text/csv"],
  ["text/*", "text/csv"],
  ["text/csv, */*", "text/csv"],
  ["*/*, text/csv;q=0.9", "application/json"],
  ["text/csv;q=0.5, application/x-ndjson;q=0.8", "application/x-ndjson"],
  ["text/csv; charset=utf-8; q=0.5 , application/json ; q=0.4", "text/csv"],
  ["application/json;q=0, */*;q=0.1", "application/x-ndjson"],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"],
  ["no type at all, text/csv", "text/csv"],
  ["application/pdf", undefined],
  ["text/csv;q=0", undefined],
])("Accept: %s gets %s", (header, type) => {
  expect(preferred(header, types)).toBe(type);
});

test.each([
  [undefined, null],
  ["identity", null],
  ["gzip, deflate, br, zstd", "zstd"],
  ["gzip, deflate, br", "br"],
  ["gzip", "gzip"],
  ["GZIP", "gzip"],
  ["*", "zstd"],
  ["br;q=0.5, gzip;q=0.9", "gzip"],
  ["identity, gzip;q=0.5", null],
  ["zstd;q=0, *", "br"],
  ["deflate", null],
  ["gzip;q=0", null],
  ["identity;q=0, gzip", "gzip"],
])("Accept-Encoding: %s gets %s", (header, encoding) => {
  expect(encodingFor(header)).toBe(encoding);
});

test.each(["identity;q=0", "*;q=0", "deflate, identity;q=0"])(
  "Accept-Encoding: %s leaves nothing to give",
  (header) => {
    expect(() => encodingFor(header)).toThrow("Accept-Encoding must allow one of zstd, br, gzip.");
  },
);

test.each([
  ["zstd", zstdDecompressSync],
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)(
  "what is packed with %s on the event loop or beside it unpacks to the same text",
  async (encoding, unpack) => {
    for (const rows of [10, 10_000]) {
      const text = '{"code":"SCOM","name":"é😀","close":17.05}\n'.repeat(rows);
      expect(unpack(await pack(text, encoding)).toString()).toBe(text);
    }
  },
);
