import type { Context } from "hono";
import type { Env } from "../http/guard.ts";
import { whenHandedOver } from "../http/handed-over.ts";
import { answer } from "../http/respond.ts";
import type { Answer } from "./metered.ts";

/** Lets a metered answer go, and tells the meter and the access log when it has left. */
export function respond(c: Context<Env>, { status, body, headers, receipt, line }: Answer): Response {
  if (receipt !== undefined)
    whenHandedOver(c, () => {
      const { meter, accessLog } = c.get("services");
      meter.left(receipt);
      if (line) accessLog?.note(line);
    });
  return answer(c, status === 304 ? null : body, status, headers);
}
