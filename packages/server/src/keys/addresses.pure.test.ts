import { expect, test } from "vitest";
import { canonicalAddress, isWithin, permits, readRange, sourceOf, toRanges } from "./addresses.ts";

test.each([
  ["196.25.1.9", "196.25.1.9/32"],
  ["196.25.1.0/24", "196.25.1.0/24"],
  ["128.0.0.0/1", "128.0.0.0/1"],
  ["2001:DB8::1", "2001:db8::1/128"],
  ["2001:0db8:0000::/32", "2001:db8::/32"],
  ["::ffff:196.25.1.9", "196.25.1.9/32"],
  ["::ffff:c419:0109", "196.25.1.9/32"],
  ["::ffff:196.25.1.0/120", "196.25.1.0/24"],
])("%s is kept as %s", (text, range) => expect(readRange(text)).toEqual({ range }));

test.each([
  ["10.0.0.5/8", "has host bits: the range is 10.0.0.0/8"],
  ["2001:db8::1/32", "has host bits: the range is 2001:db8::/32"],
  ["::ffff:10.0.0.5/104", "has host bits: the range is 10.0.0.0/8"],
  ["0.0.0.0/0", "is every address there is: leave the list out for that"],
  ["::/0", "is every address there is: leave the list out for that"],
  ["::ffff:0.0.0.0/96", "is wider than all of IPv4"],
  ["10.0.0.0/33", "has 33 bits, and such an address has 32"],
  ["2001:db8::/129", "has 129 bits, and such an address has 128"],
  ["10.0.0.0/08", "has a leading zero in its bits"],
  ["10.0.0.0/", "has nothing where a number of bits belongs"],
  ["10.0.0.0/-8", "has -8 where a number of bits belongs"],
  ["10.0.0.0/8/8", "has more than one /"],
  ["010.0.0.0/8", "has a leading zero, which some read as octal"],
  ["10.0.0.256", "has a part over 255"],
  ["127.1", "is no address: give four decimals such as 196.25.1.9, or IPv6"],
  ["0x7f.0.0.1", "is no address: give four decimals such as 196.25.1.9, or IPv6"],
  ["2130706433", "is no address: give four decimals such as 196.25.1.9, or IPv6"],
  ["10.0.0.0 ", "is no address: give four decimals such as 196.25.1.9, or IPv6"],
  ["localhost", "is no address: give four decimals such as 196.25.1.9, or IPv6"],
  ["", "is no address: give four decimals such as 196.25.1.9, or IPv6"],
  ["1::2::3", "is no IPv6 address"],
  ["fe80::1%eth0", "names a zone, which is no part of an address"],
  ["196.25.1.9:80", "has brackets or a port: give the address alone"],
  ["[2001:db8::1]:80", "has brackets or a port: give the address alone"],
])("%s is refused: it %s", (text, wrong) => expect(readRange(text)).toEqual({ wrong }));

test.each([
  ["::ffff:196.25.1.9", true],
  ["::ffff:c419:0109", true],
  ["196.25.1.9", true],
  ["196.25.2.9", false],
  ["2001:db8::9", true],
  ["2001:0DB8:0:0::9", true],
  ["2001:db9::9", false],
  // The same 32 bits in front are no reason to let the other kind of address in.
  ["c419:0100::", false],
  ["nonsense", false],
])("from %s: %s", (address, allowed) =>
  expect(permits(toRanges(["196.25.1.0/24", "2001:db8::/32"]), address)).toBe(allowed),
);

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

test("a range is within another when every address of it is", () => {
  const within = (inner: string, outer: string) =>
    toRanges([inner]).every((range) => isWithin(range, toRanges([outer])));
  expect(within("10.1.0.0/16", "10.0.0.0/8")).toBe(true);
  expect(within("10.0.0.0/8", "10.0.0.0/8")).toBe(true);
  expect(within("10.0.0.0/8", "10.1.0.0/16")).toBe(false);
  expect(within("11.0.0.0/16", "10.0.0.0/8")).toBe(false);
  expect(within("2001:db8::/64", "2001:db8::/32")).toBe(true);
});

test("who has an IPv6 address has all of its /64", () => {
  expect(sourceOf("2001:db8:1:2:3::4")).toBe("2001:db8:1:2::/64");
  expect(sourceOf("2001:db8:1:2:ffff::")).toBe("2001:db8:1:2::/64");
  expect(sourceOf("196.25.1.9")).toBe("196.25.1.9");
});
