import { SlugParam } from "../datasets/schemas.ts";
import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { NewSubscription, Subscription, SubscriptionPage, SubscriptionQuery } from "./schemas.ts";
import { cancelSubscription, listSubscriptions, retrieveSubscription, subscribe } from "./service.ts";

const mayWrite = { who: ["operator"], scope: "subscriptions:write" } as const;
const mayRead = { who: ["operator", "partner"], scope: "subscriptions:read" } as const;
const tags = ["subscriptions"];

const create = route({
  operationId: "datasets.subscribe",
  method: "post",
  path: "/datasets/{slug}/subscribe",
  tags,
  policy: mayWrite,
  summary: "Subscribe a partner to a dataset",
  description:
    "The right begins with the partner's next request, and the price of this moment is recorded. A partner has at most one live subscription to a dataset.",
  request: { params: SlugParam, body: body(NewSubscription) },
  responses: { 201: reply(Subscription, "The new subscription") },
  problems: ["not_found", "no_version_published", "already_subscribed"],
});

const list = route({
  operationId: "subscriptions.list",
  method: "get",
  path: "/subscriptions",
  tags,
  policy: mayRead,
  summary: "List subscriptions",
  description: "Oldest first. A partner's key sees its own.",
  request: { query: SubscriptionQuery },
  responses: { 200: reply(SubscriptionPage, "A page of subscriptions") },
  problems: ["invalid_cursor"],
});

const retrieve = route({
  operationId: "subscriptions.retrieve",
  method: "get",
  path: "/subscriptions/{id}",
  tags,
  policy: mayRead,
  summary: "Read a subscription",
  description: "With its recorded price and the period under way.",
  request: { params: IdParam("sub") },
  responses: { 200: reply(Subscription, "The subscription") },
  problems: ["not_found"],
});

const cancel = route({
  operationId: "subscriptions.cancel",
  method: "post",
  path: "/subscriptions/{id}/cancel",
  tags,
  policy: mayWrite,
  summary: "Cancel a subscription",
  description: "It ends now: the partner's next request to the dataset is refused.",
  request: { params: IdParam("sub") },
  responses: { 200: reply(Subscription, "The canceled subscription") },
  problems: ["not_found", "conflict"],
});

export function subscriptionRoutes(services: Services) {
  return newRouter()
    .openapi(create, async (c) =>
      c.json(await subscribe(services, c.get("call"), c.req.valid("param").slug, c.req.valid("json")), 201),
    )
    .openapi(list, async (c) => c.json(await listSubscriptions(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(retrieve, async (c) =>
      c.json(await retrieveSubscription(services, c.get("call"), c.req.valid("param").id), 200),
    )
    .openapi(cancel, async (c) =>
      c.json(await cancelSubscription(services, c.get("call"), c.req.valid("param").id), 200),
    );
}
