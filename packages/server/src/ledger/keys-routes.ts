import { Hono } from "hono";
import { reply, route } from "../http/contract.ts";
import type { Env } from "../http/guard.ts";
import { answerJson } from "../http/respond.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { rotateSigningKey } from "./keys.ts";
import { selectSigningKeys } from "./keys-queries.ts";
import { SigningKey } from "./schemas.ts";
import { toSigningKey } from "./wire.ts";

const rotate = route({
  operationId: "ledger.rotateKey",
  method: "post",
  path: "/ledger/keys/rotate",
  tags: ["ledger"],
  policy: { who: ["operator"], scope: "operators:write" },
  summary: "Rotate the key that signs the ledger",
  description:
    "Another key signs from now on. What older ones signed stays proven: all public keys are told for ever, at `/.well-known/wizdata-keys.json`.",
  responses: { 201: reply(SigningKey, "The new key") },
  problems: ["conflict"],
});

export function ledgerKeyRoutes(services: Services) {
  return newRouter().openapi(rotate, async (c) => c.json(await rotateSigningKey(services, c.get("call")), 201));
}

const keptSeconds = 300;

/** The public keys, for everybody and every cache: who doubts the ledger needs no key of ours. */
export function publicKeyRoutes({ store }: Services): Hono<Env> {
  return new Hono<Env>().get("/.well-known/wizdata-keys.json", async (c) => {
    const keys = (await selectSigningKeys(store.db)).map(toSigningKey);
    return answerJson(c, { keys }, 200, { "cache-control": `public, max-age=${keptSeconds}` });
  });
}
