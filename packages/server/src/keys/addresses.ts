import { isIPv4 } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import ipaddr from "ipaddr.js";

/** The address of the socket, canonical. Headers that claim another one are not trusted. */
export function remoteAddress(c: Context): string {
  // An in-process call, as in tests, has no socket.
  const bindings = c.env as Partial<HttpBindings> | undefined;
  return canonicalAddress(bindings?.incoming?.socket.remoteAddress ?? "127.0.0.1");
}

/** A dual-stack listener reports IPv4 as `::ffff:127.0.0.1`; the zone of a link-local address is not part of it. */
export function canonicalAddress(text: string): string {
  // Four plain decimals have one spelling, and most addresses are such.
  if (isIPv4(text)) return text;
  const [bare = ""] = text.split("%");
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : text;
}

/** Whether an allowlist lets an address in. None restricts nothing; an empty one lets nobody in. */
export function permits(allowlist: readonly string[] | null, address: string): boolean {
  if (allowlist === null) return true;
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return allowlist.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(range);
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  });
}

/**
 * A CIDR range or a single address in canonical form, or undefined. Host bits, leading zeros and a range of everything are
 * refused: each of them is a mistake that would open more than was meant.
 */
export function parseRange(text: string): string | undefined {
  const [address = "", bitsText, ...rest] = text.split("/");
  if (
    rest.length > 0 ||
    !(ipaddr.IPv4.isValidFourPartDecimal(address) || (address.includes(":") && ipaddr.IPv6.isValid(address)))
  )
    return undefined;
  if (/(^|\.)0\d/.test(address) || address.includes("%")) return undefined;
  const parsed = ipaddr.parse(address);
  const most = parsed.kind() === "ipv4" ? 32 : 128;
  if (bitsText !== undefined && !/^[1-9]\d{0,2}$/.test(bitsText)) return undefined;
  const bits = bitsText === undefined ? most : Number(bitsText);
  if (bits > most) return undefined;
  const network =
    parsed.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(`${parsed}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/${bits}`);
  return network.toString() === parsed.toString() ? `${parsed}/${bits}` : undefined;
}
