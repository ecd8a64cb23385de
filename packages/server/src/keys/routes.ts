import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { retireKey, revokeKey, rotateKey } from "./rotation.ts";
import {
  Key,
  KeyChanges,
  KeyFailures,
  KeyPage,
  KeyQuery,
  NewKey,
  NewKeySecret,
  NewOperatorKey,
  Rotation,
} from "./schemas.ts";
import { createOperatorKey, createPartnerKey, listFailures, listKeys, retrieveKey } from "./service.ts";
import { updateKey } from "./update.ts";

const who = ["operator", "partner"] as const;
const mayWrite = { who, scope: "keys:write" } as const;
const mayRead = { who, scope: "keys:read" } as const;
const tags = ["keys"];

const create = route({
  operationId: "keys.create",
  method: "post",
  path: "/partners/{id}/keys",
  tags,
  policy: mayWrite,
  summary: "Create a key for a partner",
  description:
    "The secret is in this answer and nowhere else. A partner's own key may create keys with its own scopes or fewer, within its own caps and allowlist, which are the default, and of no longer life.",
  request: { params: IdParam("par"), body: body(NewKey) },
  responses: { 201: reply(NewKeySecret, "The new key with its secret") },
  problems: ["not_found", "too_many", "beyond_own_rights"],
});

const list = route({
  operationId: "keys.list",
  method: "get",
  path: "/partners/{id}/keys",
  tags,
  policy: mayRead,
  summary: "List a partner's keys",
  description: "Oldest first, those that no longer work too, unless filtered by status.",
  request: { params: IdParam("par"), query: KeyQuery },
  responses: { 200: reply(KeyPage, "A page of keys") },
  problems: ["not_found", "invalid_cursor"],
});

const retrieve = route({
  operationId: "keys.retrieve",
  method: "get",
  path: "/keys/{id}",
  tags,
  policy: mayRead,
  summary: "Read a key",
  description:
    "Never its secret. While a rotation's overlap lasts, `predecessor` tells when and from where the old key was last used.",
  request: { params: IdParam("key") },
  responses: { 200: reply(Key, "The key") },
  problems: ["not_found"],
});

const update = route({
  operationId: "keys.update",
  method: "patch",
  path: "/keys/{id}",
  tags,
  policy: mayWrite,
  summary: "Change a key",
  description:
    "Its name, scopes, allowlist and caps belong to the lineage: a key and its replacement share them, from the next request on. A key gives another no more than it has itself, and does not lock itself out unless `force` is given.",
  request: { params: IdParam("key"), body: body(KeyChanges) },
  responses: { 200: reply(Key, "The key as it is now") },
  problems: ["not_found", "beyond_own_rights", "would_lock_out"],
});

const rotate = route({
  operationId: "keys.rotate",
  method: "post",
  path: "/keys/{id}/rotate",
  tags,
  policy: mayWrite,
  summary: "Rotate a key",
  description:
    "Gives the lineage a new secret. The old one works until the overlap ends, never beyond its own expiry. Counters, caps, allowlist and scopes do not change.",
  request: { params: IdParam("key"), body: body(Rotation) },
  responses: { 201: reply(NewKeySecret, "The new key with its secret; `predecessor` is the old one") },
  problems: ["not_found", "key_not_rotatable", "beyond_own_rights"],
});

const retire = route({
  operationId: "keys.retire",
  method: "post",
  path: "/keys/{id}/retire",
  tags,
  policy: mayWrite,
  summary: "End a rotation's overlap now",
  description: "Takes the id of the old key or of its replacement; the old one is refused from the next request.",
  request: { params: IdParam("key") },
  responses: { 200: reply(Key, "The old key") },
  problems: ["not_found", "no_overlap"],
});

const revoke = route({
  operationId: "keys.revoke",
  method: "post",
  path: "/keys/{id}/revoke",
  tags,
  policy: mayWrite,
  summary: "Revoke a key",
  description:
    "It is refused from the next request, for good. Revoking the newest key of a lineage ends its predecessor too.",
  request: { params: IdParam("key") },
  responses: { 200: reply(Key, "The revoked key") },
  problems: ["not_found", "conflict", "last_operator_key"],
});

const createForOperator = route({
  operationId: "operatorKeys.create",
  method: "post",
  path: "/operator-keys",
  tags,
  policy: { who: ["operator"], scope: "operators:write" },
  summary: "Create an operator key",
  description: "With the scopes given, at most those of the key that creates it.",
  request: { body: body(NewOperatorKey) },
  responses: { 201: reply(NewKeySecret, "The new key with its secret") },
  problems: ["too_many", "beyond_own_rights"],
});

const listForOperator = route({
  operationId: "operatorKeys.list",
  method: "get",
  path: "/operator-keys",
  tags,
  policy: { who: ["operator"], scope: "operators:read" },
  summary: "List operator keys",
  description: "Oldest first.",
  request: { query: KeyQuery },
  responses: { 200: reply(KeyPage, "A page of keys") },
  problems: ["invalid_cursor"],
});

const failures = route({
  operationId: "keys.failures",
  method: "get",
  path: "/failed-keys",
  tags,
  policy: { who: ["operator"], scope: "operators:read" },
  summary: "See where wrong keys come from",
  description:
    "The hundred sources of most refused keys in the last minute: unknown, ended, or used from outside their allowlist. A source over the limit waits; keys that are in use are not touched by it. Each instance counts for itself.",
  responses: { 200: reply(KeyFailures, "Sources, most first") },
});

export function keyRoutes(services: Services) {
  return newRouter()
    .openapi(create, async (c) =>
      c.json(await createPartnerKey(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 201),
    )
    .openapi(list, async (c) =>
      c.json(await listKeys(services, c.get("call"), c.req.valid("param").id, c.req.valid("query")), 200),
    )
    .openapi(retrieve, async (c) => c.json(await retrieveKey(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(update, async (c) =>
      c.json(await updateKey(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(rotate, async (c) =>
      c.json(await rotateKey(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 201),
    )
    .openapi(retire, async (c) => c.json(await retireKey(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(revoke, async (c) => c.json(await revokeKey(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(createForOperator, async (c) =>
      c.json(await createOperatorKey(services, c.get("call"), c.req.valid("json")), 201),
    )
    .openapi(listForOperator, async (c) =>
      c.json(await listKeys(services, c.get("call"), null, c.req.valid("query")), 200),
    )
    .openapi(failures, async (c) => c.json(listFailures(services), 200));
}
