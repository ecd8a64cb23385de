import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** What a runtime says of an answer under way: Node by the response's events, Deno by a promise. */
type Bindings = Partial<HttpBindings> & { completed?: Promise<void> };

/** Calls back once the answer to this request has been handed to its socket, or there is nobody any more to hand it to. */
export function whenHandedOver(c: Context, tell: () => void): void {
  const { outgoing, completed } = (c.env ?? {}) as Bindings;
  if (completed) void completed.then(tell, tell);
  // An in-process call, as in tests, has its answer when it returns.
  else if (!outgoing || outgoing.closed || outgoing.destroyed) tell();
  else outgoing.once("close", tell);
}
