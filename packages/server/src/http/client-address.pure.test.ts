import { expect, test } from "vitest";
import { ConfigError, readConfig } from "../config.ts";
import { toRanges } from "../keys/addresses.ts";
import { forwardedAddress } from "./client-address.ts";

const trusted = toRanges(["10.0.0.0/8", "2001:db8::/32"]);
const peer = "10.0.0.1";

test.each([
  ["the last it heard from", "196.25.1.9", "196.25.1.9"],
  ["not what its caller made up", "1.1.1.1, 196.25.1.9", "196.25.1.9"],
  ["through proxies of ours", "196.25.1.9, 10.0.0.7, 2001:db8::7", "196.25.1.9"],
  ["not beyond the first that is not ours", "1.1.1.1, 10.0.0.9, 196.25.1.9, 10.0.0.7", "196.25.1.9"],
  ["made up nonsense further left harms nobody", "<script>, unknown, 196.25.1.9", "196.25.1.9"],
  ["with a port", "196.25.1.9:4711", "196.25.1.9"],
  ["in brackets", "[2001:db9::1]", "2001:db9::1"],
  ["in brackets with a port", "[2001:DB9::1]:4711", "2001:db9::1"],
  ["with a zone", "fe80::1%eth0", "fe80::1"],
  ["IPv4 in the clothes of IPv6", "::ffff:196.25.1.9", "196.25.1.9"],
  ["a proxy of ours in the clothes of IPv6", "196.25.1.9, ::ffff:10.0.0.7", "196.25.1.9"],
  ["when all of them are ours, the furthest", "10.0.0.8, 10.0.0.7", "10.0.0.8"],
])("a trusted proxy tells who calls: %s", (_case, header, address) => {
  expect(forwardedAddress(peer, header, trusted)).toBe(address);
});

test("without the header it is the proxy itself that calls", () => {
  expect(forwardedAddress(peer, undefined, trusted)).toBe(peer);
});

test.each([
  "",
  " ",
  "unknown",
  "_hidden",
  "196.25.1",
  "196.25.1.9,",
  "196.25.1.9, ,10.0.0.7",
  "010.0.0.1",
  "1.2.3.4:99999999",
  "1.2.3.4/32",
  "[::1",
  "for=1.2.3.4",
])("%j where an address belongs refuses the request", (header) =>
  expect(() => forwardedAddress(peer, header, trusted)).toThrow("no address"),
);

test("proxies that are trusted are stated plainly, or the server does not start", () => {
  const read = (text: string) => readConfig({ WIZDATA_TRUSTED_PROXIES: text }).trustedProxies;
  expect(read("")).toEqual([]);
  expect(read("10.0.0.0/8, ::1")).toHaveLength(2);
  expect(() => read("10.0.0.5/8")).toThrow(ConfigError);
  expect(() => read("0.0.0.0/0")).toThrow("WIZDATA_TRUSTED_PROXIES: 0.0.0.0/0 is every address");
});
