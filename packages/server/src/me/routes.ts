import { z } from "@hono/zod-openapi";
import type { Call } from "../http/call.ts";
import { reply, route } from "../http/contract.ts";
import { Problem } from "../http/problem.ts";
import { newRouter } from "../http/router.ts";
import { orNull } from "../http/wire.ts";
import { findCredential } from "../keys/queries.ts";
import { Key } from "../keys/schemas.ts";
import { showKey } from "../keys/wire.ts";
import { findPartner } from "../partners/queries.ts";
import { Partner } from "../partners/schemas.ts";
import { toPartner } from "../partners/wire.ts";
import type { Services } from "../services.ts";

const Me = z
  .object({
    kind: z.enum(["operator", "partner"]),
    key: Key,
    partner: orNull(Partner),
  })
  .openapi("Me");

const retrieve = route({
  operationId: "me.retrieve",
  method: "get",
  path: "/me",
  tags: ["me"],
  policy: { who: ["operator", "partner"] },
  summary: "Who am I?",
  description: "The key that asks, what it may do, and whose it is. Every valid key may ask.",
  responses: { 200: reply(Me, "The caller") },
});

export function meRoutes(services: Services) {
  return newRouter().openapi(retrieve, async (c) => c.json(await whoAmI(services, c.get("call")), 200));
}

async function whoAmI(services: Services, { principal }: Call): Promise<z.infer<typeof Me>> {
  const credential = await findCredential(services.store.db, principal.keyId);
  if (!credential) throw new Problem("unauthenticated");
  const partner = principal.partnerId === null ? undefined : await findPartner(services.store.db, principal.partnerId);
  return {
    kind: partner ? "partner" : "operator",
    key: await showKey(services, credential),
    partner: partner ? toPartner(partner, services.clock()) : null,
  };
}
