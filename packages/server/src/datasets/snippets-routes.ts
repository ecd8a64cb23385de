import { reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { SlugParam } from "./schemas.ts";
import { retrieveSnippets } from "./snippets.ts";
import { Snippets } from "./snippets-schemas.ts";

const retrieve = route({
  operationId: "datasets.snippets",
  method: "get",
  path: "/datasets/{slug}/snippets",
  tags: ["datasets"],
  policy: { who: ["operator", "partner"], scope: "datasets:read" },
  summary: "Read ready code for a dataset",
  description:
    "Its endpoints, and code for curl, the SDK and the CLI that queries and exports rows which are there: the example's values are those of the newest rows. The key is never in it.",
  request: { params: SlugParam },
  responses: { 200: reply(Snippets, "Endpoints and code") },
  problems: ["not_found", "no_version_published", "dataset_retired"],
});

export function snippetRoutes(services: Services) {
  return newRouter().openapi(retrieve, async (c) =>
    c.json(await retrieveSnippets(services, c.get("call"), c.req.valid("param").slug), 200),
  );
}
