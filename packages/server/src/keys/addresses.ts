import { isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
/** A network and how many of its bits count. Compared as bits: texts of addresses have many spellings. */
export type Range = { network: Address; bits: number };

/** A dual-stack listener reports IPv4 as `::ffff:127.0.0.1`; the zone of a link-local address is not part of it. */
export function canonicalAddress(text: string): string {
  // Four plain decimals have one spelling, and most addresses are such.
  if (isIPv4(text)) return text;
  const [bare = ""] = text.split("%");
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : text;
}

/** Whom a call is counted for when its key is wrong: whoever has an IPv6 address has 2^64 of them. */
export function sourceOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64`;
}

/** Whether a list of ranges lets an address in. None restricts nothing; an empty one lets nobody in. */
export function permits(ranges: readonly Range[] | null, address: string): boolean {
  if (ranges === null) return true;
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some((range) => holds(range, parsed));
}

/** Whether every address of a range is in one of some others. */
export const isWithin = (range: Range, outer: readonly Range[]): boolean =>
  outer.some((one) => one.bits <= range.bits && holds(one, range.network));

const holds = ({ network, bits }: Range, address: Address): boolean =>
  network.kind() === address.kind() && address.match(network, bits);

/** Ranges that were canonical when they were stored. */
export const toRanges = (texts: readonly string[]): Range[] =>
  texts.map((text) => {
    const [network, bits] = ipaddr.parseCIDR(text);
    return { network, bits };
  });

/** A list as a row has it, where it has one. */
export const rangesOf = (texts: readonly string[] | null | undefined): Range[] | null =>
  texts ? toRanges(texts) : null;

export const rangeText = ({ network, bits }: Range): string => `${network}/${bits}`;

/**
 * A CIDR range or a single address in canonical form, or what is wrong with it. Host bits, leading zeros and a range of
 * everything are refused: each of them is a mistake that would open more than was meant.
 */
export function readRange(text: string): { range: string } | { wrong: string } {
  const [address = "", bitsText, ...rest] = text.split("/");
  const wrong = rest.length > 0 ? "has more than one /" : wrongAddress(address);
  if (wrong !== undefined) return { wrong };
  const given = ipaddr.parse(address);
  const most = given.kind() === "ipv4" ? 32 : 128;
  if (bitsText !== undefined && !/^\d{1,3}$/.test(bitsText))
    return { wrong: `has ${bitsText || "nothing"} where a number of bits belongs` };
  if (bitsText === "0") return { wrong: "is every address there is: leave the list out for that" };
  if (bitsText?.startsWith("0")) return { wrong: "has a leading zero in its bits" };
  const givenBits = bitsText === undefined ? most : Number(bitsText);
  if (givenBits > most) return { wrong: `has ${givenBits} bits, and such an address has ${most}` };
  // An IPv4 address in the clothes of IPv6 is what a listener never shows us: kept so, it would match nothing.
  const isMapped = given instanceof ipaddr.IPv6 && given.isIPv4MappedAddress();
  const bits = isMapped ? givenBits - 96 : givenBits;
  if (bits < 1) return { wrong: "is wider than all of IPv4" };
  const parsed = ipaddr.process(address);
  const network = networkOf(parsed, bits);
  if (network !== parsed.toString()) return { wrong: `has host bits: the range is ${network}/${bits}` };
  return { range: `${network}/${bits}` };
}

function wrongAddress(address: string): string | undefined {
  if (address.includes("%")) return "names a zone, which is no part of an address";
  if (/^\[|\]|^[\d.]+:\d+$/.test(address)) return "has brackets or a port: give the address alone";
  if (address.includes(":")) return ipaddr.IPv6.isValid(address) ? undefined : "is no IPv6 address";
  const parts = address.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part)))
    return "is no address: give four decimals such as 196.25.1.9, or IPv6";
  if (parts.some((part) => part.length > 1 && part.startsWith("0")))
    return "has a leading zero, which some read as octal";
  if (parts.some((part) => Number(part) > 255)) return "has a part over 255";
  return undefined;
}

const networkOf = (address: Address, bits: number): string =>
  (address.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6).networkAddressFromCIDR(`${address}/${bits}`).toString();
