import { SlugParam } from "../datasets/schemas.ts";
import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { acceptTerms, listAcceptances } from "./acceptances.ts";
import {
  Acceptance,
  AcceptancePage,
  AcceptanceQuery,
  NewAcceptance,
  NewTerms,
  TermsDetail,
  TermsPage,
  TermsParam,
  TermsQuery,
} from "./schemas.ts";
import { listTerms, retrieveTerms, setTerms } from "./service.ts";

const mayRead = { who: ["operator", "partner"], scope: "datasets:read" } as const;
const tags = ["terms"];

const set = route({
  operationId: "terms.set",
  method: "post",
  path: "/datasets/{slug}/terms",
  tags,
  policy: { who: ["operator"], scope: "datasets:write" },
  summary: "Set the terms of a dataset",
  description:
    "A new version, which never changes. Whoever subscribes from now on accepts it first; who has the dataset already needs it from `required_from` on.",
  request: { params: SlugParam, body: body(NewTerms) },
  responses: { 201: reply(TermsDetail, "The new version") },
  problems: ["not_found", "already_exists"],
});

const list = route({
  operationId: "terms.list",
  method: "get",
  path: "/datasets/{slug}/terms",
  tags,
  policy: mayRead,
  summary: "List the terms of a dataset",
  description:
    "All versions without their texts, newest first, each with the asking partner's acceptance. Without terms it is empty.",
  request: { params: SlugParam, query: TermsQuery },
  responses: { 200: reply(TermsPage, "A page of versions") },
  problems: ["not_found", "invalid_cursor"],
});

const retrieve = route({
  operationId: "terms.retrieve",
  method: "get",
  path: "/datasets/{slug}/terms/{version}",
  tags,
  policy: mayRead,
  summary: "Read a version of the terms",
  description: "With its text, or where that is.",
  request: { params: TermsParam },
  responses: { 200: reply(TermsDetail, "The version") },
  problems: ["not_found"],
});

const accept = route({
  operationId: "terms.accept",
  method: "post",
  path: "/datasets/{slug}/terms/{version}/accept",
  tags,
  policy: { who: ["operator", "partner"], scope: "terms:accept" },
  summary: "Accept a version of the terms",
  description:
    "For the company of the key; an operator accepts for `partner_id` and says in `note` how it knows. What is recorded stays: version and hash of the text, who, when, and the request. Accepting again answers with the first acceptance. A version stands for those before it.",
  request: { params: TermsParam, body: body(NewAcceptance) },
  responses: { 200: reply(Acceptance, "The acceptance") },
  problems: ["not_found"],
});

const acceptances = route({
  operationId: "terms.acceptances",
  method: "get",
  path: "/datasets/{slug}/acceptances",
  tags,
  policy: mayRead,
  summary: "List who has accepted the terms of a dataset",
  description: "Oldest first. A partner's key sees its own.",
  request: { params: SlugParam, query: AcceptanceQuery },
  responses: { 200: reply(AcceptancePage, "A page of acceptances") },
  problems: ["not_found", "invalid_cursor"],
});

export function termsRoutes(services: Services) {
  return newRouter()
    .openapi(set, async (c) =>
      c.json(await setTerms(services, c.get("call"), c.req.valid("param").slug, c.req.valid("json")), 201),
    )
    .openapi(list, async (c) =>
      c.json(await listTerms(services, c.get("call"), c.req.valid("param").slug, c.req.valid("query")), 200),
    )
    .openapi(retrieve, async (c) => {
      const { slug, version } = c.req.valid("param");
      return c.json(await retrieveTerms(services, c.get("call"), slug, version), 200);
    })
    .openapi(accept, async (c) => {
      const { slug, version } = c.req.valid("param");
      return c.json(await acceptTerms(services, c.get("call"), slug, version, c.req.valid("json")), 200);
    })
    .openapi(acceptances, async (c) =>
      c.json(await listAcceptances(services, c.get("call"), c.req.valid("param").slug, c.req.valid("query")), 200),
    );
}
