import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { NewPartner, Partner, PartnerChanges, PartnerPage, PartnerQuery } from "./schemas.ts";
import {
  changePartner,
  createPartner,
  listPartners,
  reactivatePartner,
  retrievePartner,
  suspendPartner,
} from "./service.ts";

const mayWrite = { who: ["operator"], scope: "partners:write" } as const;
const mayRead = { who: ["operator", "partner"], scope: "partners:read" } as const;
const tags = ["partners"];

const create = route({
  operationId: "partners.create",
  method: "post",
  path: "/partners",
  tags,
  policy: mayWrite,
  summary: "Onboard a partner company",
  description: "The partner is active at once. Its e-mail address is unique on the platform.",
  request: { body: body(NewPartner) },
  responses: { 201: reply(Partner, "The new partner") },
  problems: ["already_exists"],
});

const list = route({
  operationId: "partners.list",
  method: "get",
  path: "/partners",
  tags,
  policy: mayRead,
  summary: "List partners",
  description: "Oldest first. A partner's key sees its own company only.",
  request: { query: PartnerQuery },
  responses: { 200: reply(PartnerPage, "A page of partners") },
  problems: ["invalid_cursor"],
});

const retrieve = route({
  operationId: "partners.retrieve",
  method: "get",
  path: "/partners/{id}",
  tags,
  policy: mayRead,
  summary: "Read a partner",
  description: "A partner's key may read its own company.",
  request: { params: IdParam("par") },
  responses: { 200: reply(Partner, "The partner") },
  problems: ["not_found"],
});

const update = route({
  operationId: "partners.update",
  method: "patch",
  path: "/partners/{id}",
  tags,
  policy: mayWrite,
  summary: "Change a partner",
  description:
    "Fields that are not given stay as they are. Limits of a new plan apply from the next request; a new time zone from the next month, shown as `time_zone_next` until then, or at once for a partner that never had a subscription.",
  request: { params: IdParam("par"), body: body(PartnerChanges) },
  responses: { 200: reply(Partner, "The partner as it is now") },
  problems: ["not_found", "already_exists", "conflict"],
});

const suspend = route({
  operationId: "partners.suspend",
  method: "post",
  path: "/partners/{id}/suspend",
  tags,
  policy: mayWrite,
  summary: "Suspend a partner",
  description: "Every key of the partner is refused from the next request. Nothing is deleted.",
  request: { params: IdParam("par") },
  responses: { 200: reply(Partner, "The suspended partner") },
  problems: ["not_found", "conflict"],
});

const reactivate = route({
  operationId: "partners.reactivate",
  method: "post",
  path: "/partners/{id}/reactivate",
  tags,
  policy: mayWrite,
  summary: "Reactivate a suspended partner",
  description: "Its keys and subscriptions work again as they did before.",
  request: { params: IdParam("par") },
  responses: { 200: reply(Partner, "The active partner") },
  problems: ["not_found", "conflict"],
});

export function partnerRoutes(services: Services) {
  return newRouter()
    .openapi(create, async (c) => c.json(await createPartner(services, c.get("call"), c.req.valid("json")), 201))
    .openapi(list, async (c) => c.json(await listPartners(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(retrieve, async (c) =>
      c.json(await retrievePartner(services, c.get("call"), c.req.valid("param").id), 200),
    )
    .openapi(update, async (c) =>
      c.json(await changePartner(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(suspend, async (c) => c.json(await suspendPartner(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(reactivate, async (c) =>
      c.json(await reactivatePartner(services, c.get("call"), c.req.valid("param").id), 200),
    );
}
