import { SlugParam } from "../datasets/schemas.ts";
import { body, optionalBody, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { cancelSubscription, changeSubscription, resumeSubscription } from "./changes.ts";
import { overrideLimits, restoreLimits } from "./overrides.ts";
import {
  Cancellation,
  NewLimitsOverride,
  NewSubscription,
  Subscription,
  SubscriptionChange,
  SubscriptionPage,
  SubscriptionQuery,
} from "./schemas.ts";
import { listSubscriptions, retrieveSubscription, subscribe } from "./service.ts";

const mayWrite = { who: ["operator", "partner"], scope: "subscriptions:write" } as const;
const mayRead = { who: ["operator", "partner"], scope: "subscriptions:read" } as const;
const isOperator = { who: ["operator"], scope: "subscriptions:write" } as const;
const tags = ["subscriptions"];

const create = route({
  operationId: "datasets.subscribe",
  method: "post",
  path: "/datasets/{slug}/subscribe",
  tags,
  policy: mayWrite,
  summary: "Subscribe a partner to a dataset",
  description:
    "The right begins with the partner's next request, and the price of this moment is recorded. A partner has at most one live subscription to a dataset. A partner's own key may do this where its operator lets it.",
  request: { params: SlugParam, body: body(NewSubscription) },
  responses: { 201: reply(Subscription, "The new subscription") },
  problems: [
    "not_found",
    "not_self_service",
    "no_version_published",
    "already_subscribed",
    "terms_not_accepted",
    "dataset_deprecated",
    "dataset_retired",
  ],
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

const modify = route({
  operationId: "subscriptions.change",
  method: "post",
  path: "/subscriptions/{id}/change",
  tags,
  policy: mayWrite,
  summary: "Change a subscription's tier or billing",
  description:
    "A higher tier begins at once; anything else when the period under way ends, and is shown as `pending_change` until then. The price of this moment is recorded. What was used stays used, and what is used from the change on is charged at the new prices. Another change takes the place of a pending one.",
  request: { params: IdParam("sub"), body: body(SubscriptionChange) },
  responses: { 200: reply(Subscription, "The subscription as it is now") },
  problems: ["not_found", "not_self_service", "conflict", "dataset_retired"],
});

const cancel = route({
  operationId: "subscriptions.cancel",
  method: "post",
  path: "/subscriptions/{id}/cancel",
  tags,
  policy: mayWrite,
  summary: "Cancel a subscription",
  description:
    "It ends now, so that the partner's next request to the dataset is refused, or to the second when the period under way ends; until then it is live, and its end can be withdrawn. A change that is pending is withdrawn with it.",
  request: { params: IdParam("sub"), body: optionalBody(Cancellation) },
  responses: { 200: reply(Subscription, "The subscription, canceled or with the time it ends") },
  problems: ["not_found", "not_self_service", "conflict"],
});

const resume = route({
  operationId: "subscriptions.resume",
  method: "post",
  path: "/subscriptions/{id}/resume",
  tags,
  policy: mayWrite,
  summary: "Withdraw a pending change or end",
  description: "The subscription goes on as it is, as if nothing had been ordered for the end of the period.",
  request: { params: IdParam("sub") },
  responses: { 200: reply(Subscription, "The subscription, with nothing pending") },
  problems: ["not_found", "not_self_service", "conflict"],
});

const override = route({
  operationId: "subscriptions.overrideLimits",
  method: "put",
  path: "/subscriptions/{id}/limits",
  tags,
  policy: isOperator,
  summary: "Override limits of a subscription",
  description:
    "They hold in place of the tier's from the next request on until `until`, higher or lower, whatever the tier becomes meanwhile, and take the place of an override that is there. What was used stays used. The partner sees them, with the reason, in its limits.",
  request: { params: IdParam("sub"), body: body(NewLimitsOverride) },
  responses: { 200: reply(Subscription, "The subscription with its override") },
  problems: ["not_found", "conflict"],
});

const restore = route({
  operationId: "subscriptions.restoreLimits",
  method: "delete",
  path: "/subscriptions/{id}/limits",
  tags,
  policy: isOperator,
  summary: "Restore the limits of a subscription's tier",
  description: "They hold again from the next request on. Where nothing is overridden, nothing changes.",
  request: { params: IdParam("sub") },
  responses: { 200: reply(Subscription, "The subscription, without an override") },
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
    .openapi(modify, async (c) =>
      c.json(await changeSubscription(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(cancel, async (c) =>
      c.json(await cancelSubscription(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(resume, async (c) =>
      c.json(await resumeSubscription(services, c.get("call"), c.req.valid("param").id), 200),
    )
    .openapi(override, async (c) =>
      c.json(await overrideLimits(services, c.get("call"), c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(restore, async (c) => c.json(await restoreLimits(services, c.get("call"), c.req.valid("param").id), 200));
}
