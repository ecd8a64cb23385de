import { reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { retrieveQuality } from "./quality.ts";
import { listQuality } from "./quality-history.ts";
import { QualityHistory } from "./quality-history-schemas.ts";
import { Quality } from "./quality-schemas.ts";
import { SlugParam } from "./schemas.ts";
import { VersionParam, VersionQuery } from "./versions-schemas.ts";

const mayRead = { who: ["operator", "partner"], scope: "datasets:read" } as const;
const tags = ["datasets"];

const current = route({
  operationId: "datasets.quality",
  method: "get",
  path: "/datasets/{slug}/quality",
  tags,
  policy: mayRead,
  summary: "Read the quality of a dataset",
  description:
    "Of the current version: each measure with its numerator, its denominator and a sentence that says what was counted. Timeliness is told anew with each answer.",
  request: { params: SlugParam },
  responses: { 200: reply(Quality, "The quality of the current version") },
  problems: ["not_found", "no_version_published"],
});

const ofVersion = route({
  operationId: "datasets.versionQuality",
  method: "get",
  path: "/datasets/{slug}/versions/{number}/quality",
  tags,
  policy: mayRead,
  summary: "Read the quality of a version",
  description: "As it is for the current version, so that versions can be compared.",
  request: { params: VersionParam },
  responses: { 200: reply(Quality, "The quality of the version") },
  problems: ["not_found", "no_version_published"],
});

const history = route({
  operationId: "datasets.qualityHistory",
  method: "get",
  path: "/datasets/{slug}/quality/history",
  tags,
  policy: mayRead,
  summary: "List the quality of the versions of a dataset",
  description:
    "Newest first: the scores of each version, timeliness as it was when the version became current, and its drift against the published version before in rows, empty cells and range of time.",
  request: { params: SlugParam, query: VersionQuery },
  responses: { 200: reply(QualityHistory, "A page of versions with their quality") },
  problems: ["not_found", "invalid_cursor"],
});

export function qualityRoutes(services: Services) {
  return newRouter()
    .openapi(current, async (c) =>
      c.json(await retrieveQuality(services, c.get("call"), c.req.valid("param").slug), 200),
    )
    .openapi(history, async (c) =>
      c.json(await listQuality(services, c.get("call"), c.req.valid("param").slug, c.req.valid("query")), 200),
    )
    .openapi(ofVersion, async (c) => {
      const { slug, number } = c.req.valid("param");
      return c.json(await retrieveQuality(services, c.get("call"), slug, number), 200);
    });
}
