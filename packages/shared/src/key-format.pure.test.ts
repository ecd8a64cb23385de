import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatKey, keyMode, keyPattern } from "./key-format.ts";

const random32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const modes = fc.constantFrom("live" as const, "test" as const, "admin" as const);

test("every key has the documented form and tells its mode", () => {
  fc.assert(
    fc.property(modes, random32, (mode, random) => {
      const key = formatKey(mode, random);
      expect(key).toMatch(keyPattern);
      expect(keyMode(key)).toBe(mode);
    }),
  );
});

test("a key with one changed character is refused without asking anybody", () => {
  fc.assert(
    fc.property(modes, random32, fc.nat({ max: 48 }), (mode, random, at) => {
      const key = formatKey(mode, random);
      const place = key.length - 1 - at;
      const wrong = key.slice(0, place) + (key[place] === "x" ? "y" : "x") + key.slice(place + 1);
      expect(keyMode(wrong)).toBeUndefined();
    }),
  );
});

test("the checksum is the CRC-32 everybody knows", () => {
  const key = formatKey("live", new Uint8Array(32).fill(7));
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const checksum = [...key.slice(-6)].reduce((sum, char) => sum * 62 + digits.indexOf(char), 0);
  expect(checksum).toBe(crc32(key.slice(0, -6)));
});

test("different random bytes give different keys", () => {
  expect(formatKey("live", new Uint8Array(32).fill(255))).not.toBe(formatKey("live", new Uint8Array(32)));
  expect(() => formatKey("live", new Uint8Array(31))).toThrow(RangeError);
});
