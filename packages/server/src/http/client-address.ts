import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { canonicalAddress, permits, type Range, readRange } from "../keys/addresses.ts";
import { Problem } from "./problem.ts";

/**
 * The address a request came from, canonical: the socket's, unless that is a proxy we were told to trust. No other header but
 * X-Forwarded-For is looked at, for anybody can send any of them.
 */
export function clientAddress(c: Context, trusted: readonly Range[]): string {
  // An in-process call, as in tests, has no socket.
  const bindings = c.env as Partial<HttpBindings> | undefined;
  const peer = canonicalAddress(bindings?.incoming?.socket.remoteAddress ?? "127.0.0.1");
  if (trusted.length === 0 || !permits(trusted, peer)) return peer;
  return forwardedAddress(peer, c.req.header("x-forwarded-for"), trusted);
}

/**
 * Each proxy adds whom it heard from at the right, so from there on everything is true up to the first that is no proxy of
 * ours; what is further left may be made up, and is not read.
 */
export function forwardedAddress(peer: string, forwardedFor: string | undefined, trusted: readonly Range[]): string {
  if (forwardedFor === undefined) return peer;
  let nearest = peer;
  for (const text of forwardedFor.split(",").reverse()) {
    nearest = readForwarded(text.trim());
    if (!permits(trusted, nearest)) break;
  }
  return nearest;
}

/** `196.25.1.9`, `196.25.1.9:4711`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:4711`, with or without a zone. */
function readForwarded(text: string): string {
  const bare = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const [address = ""] = bare.split("%");
  // A proxy of ours that sends what is no address is set up wrongly. To skip it would let its callers choose who they are.
  if (address.includes("/") || "wrong" in readRange(address))
    throw new Problem("invalid_request", { detail: "X-Forwarded-For has an entry that is no address." });
  return canonicalAddress(address);
}
