import { reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { retrieveQuality } from "./quality.ts";
import { Quality } from "./quality-schemas.ts";
import { SlugParam } from "./schemas.ts";
import { VersionParam } from "./versions-schemas.ts";

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

export function qualityRoutes(services: Services) {
  return newRouter()
    .openapi(current, async (c) =>
      c.json(await retrieveQuality(services, c.get("call"), c.req.valid("param").slug), 200),
    )
    .openapi(ofVersion, async (c) => {
      const { slug, number } = c.req.valid("param");
      return c.json(await retrieveQuality(services, c.get("call"), slug, number), 200);
    });
}
