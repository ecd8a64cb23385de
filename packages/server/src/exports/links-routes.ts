import { Hono } from "hono";
import { clientAddress } from "../http/client-address.ts";
import { body, reply, route } from "../http/contract.ts";
import { answerFile } from "../http/file.ts";
import type { Env } from "../http/guard.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { createLinks, findLinked } from "./links.ts";
import { Links, NewLinks } from "./links-schemas.ts";

const create = route({
  operationId: "exports.links",
  method: "post",
  path: "/exports/{id}/links",
  tags: ["exports"],
  policy: { who: ["operator", "partner"], scope: "exports:read" },
  summary: "Make links to an export's files",
  description:
    "An address for each file that works without a key, for tools which have none, until it expires. It stops at once when the key that made it is revoked or ends, its partner is suspended, or the export expires; an allowlist of that key holds for it too. GET and HEAD work as on `exports.file`, ranges included, at no cost.",
  request: { params: IdParam("exp"), body: body(NewLinks) },
  responses: { 201: reply(Links, "The links") },
  problems: ["not_found", "export_not_ready", "export_expired", "version_retracted"],
});

export function linkRoutes(services: Services) {
  return newRouter().openapi(create, async (c) =>
    c.json(await createLinks(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 201),
  );
}

/** What links lead to. It is no part of the API: nobody makes such an address but us. */
export function linkedFileRoutes(services: Services): Hono<Env> {
  return new Hono<Env>().get("/links/:token/:name", async (c) => {
    c.set("operation", "links.file");
    const { token, name } = c.req.param();
    const file = await findLinked(services, token, name, clientAddress(c, services.config.trustedProxies));
    // The address is the secret: where the file is looked at, it goes nowhere else.
    return answerFile(c, { ...file, headers: { ...file.headers, "referrer-policy": "no-referrer" } });
  });
}
