import { expect, test } from "vitest";
import { canonicalAddress, parseRange, permits } from "./addresses.ts";

test.each([
  ["196.25.1.9", "196.25.1.9/32"],
  ["196.25.1.0/24", "196.25.1.0/24"],
  ["2001:DB8::1", "2001:db8::1/128"],
  ["2001:db8::/32", "2001:db8::/32"],
])("%s is kept as %s", (text, range) => expect(parseRange(text)).toBe(range));

test.each([
  "10.0.0.5/8",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.0/33",
  "010.0.0.0/8",
  "10.0.0.256",
  "10.0.0.0/08",
  "10.0.0.0/8/8",
  "0x7f.1",
  "127.1",
  "fe80::1%eth0",
  "",
  "/8",
  "localhost",
])("%s is refused", (text) => expect(parseRange(text)).toBeUndefined());

test.each([
  ["::ffff:196.25.1.9", true],
  ["196.25.1.9", true],
  ["196.25.2.9", false],
  ["2001:db8::9", true],
  ["2001:db9::9", false],
  ["nonsense", false],
])("from %s: %s", (address, allowed) => expect(permits(["196.25.1.0/24", "2001:db8::/32"], address)).toBe(allowed));

test("no list restricts nothing, an empty one lets nobody in", () => {
  expect(permits(null, "10.0.0.1")).toBe(true);
  expect(permits([], "10.0.0.1")).toBe(false);
});

test("one address has one text", () => {
  expect(["::ffff:127.0.0.1", "127.0.0.1", "fe80::1%eth0", "2001:DB8:0::1"].map(canonicalAddress)).toEqual([
    "127.0.0.1",
    "127.0.0.1",
    "fe80::1",
    "2001:db8::1",
  ]);
});
