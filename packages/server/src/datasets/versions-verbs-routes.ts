import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { rejectVersion, releaseVersion } from "./release.ts";
import { retractVersion } from "./retract.ts";
import { rollBack } from "./rollback.ts";
import { Publication, VersionDetail, VersionParam } from "./versions-schemas.ts";
import { Rejection, Release, Retraction, Rollback, WantedRetraction } from "./versions-verbs-schemas.ts";

const mayWrite = { who: ["operator"], scope: "datasets:write" } as const;
const tags = ["datasets"];

const rollback = route({
  operationId: "datasets.rollback",
  method: "post",
  path: "/datasets/{slug}/versions/{number}/rollback",
  tags,
  policy: mayWrite,
  summary: "Roll back to a version",
  description:
    "Makes an earlier version current again, as a new version of the same parts: nothing is copied, and the versions between stay. Where the current version has the same rows and columns, it stays the current one.",
  request: { params: VersionParam, body: body(Rollback) },
  responses: {
    200: reply(Publication, "The current version, whose rows these are"),
    201: reply(Publication, "The new version, which is the current one"),
  },
  problems: [
    "not_found",
    "schema_contract",
    "version_retracted",
    "version_removed",
    "publish_in_progress",
    "transition_not_allowed",
  ],
});

const retract = route({
  operationId: "datasets.retract",
  method: "post",
  path: "/datasets/{slug}/versions/{number}/retract",
  tags,
  policy: mayWrite,
  summary: "Retract a version",
  description:
    "Withdraws it for good. From the next request on whatever reads it is 410 `version_retracted` with the reason: pages, cursors, `as_of` where it was the current one then, new exports, changes, and the files and links of exports that are ready; exports under way fail and cost nothing. The current version is withdrawn together with a roll back only, in one step.",
  request: { params: VersionParam, body: body(WantedRetraction) },
  responses: { 200: reply(Retraction, "The retracted version") },
  problems: [
    "not_found",
    "conflict",
    "schema_contract",
    "version_retracted",
    "version_removed",
    "publish_in_progress",
    "transition_not_allowed",
  ],
});

const release = route({
  operationId: "datasets.release",
  method: "post",
  path: "/datasets/{slug}/versions/{number}/release",
  tags,
  policy: mayWrite,
  summary: "Release a held version",
  description:
    "Makes a version current that was held because it is below a floor of the dataset, as long as the version it was made from still is the current one. `as_of` finds it from then on.",
  request: { params: VersionParam, body: body(Release) },
  responses: { 200: reply(VersionDetail, "The version, which is the current one") },
  problems: ["not_found", "conflict", "publish_in_progress", "transition_not_allowed"],
});

const reject = route({
  operationId: "datasets.reject",
  method: "post",
  path: "/datasets/{slug}/versions/{number}/reject",
  tags,
  policy: mayWrite,
  summary: "Reject a held version",
  description: "Discards it: partners never see that it was there, and parts that no other version has are deleted.",
  request: { params: VersionParam, body: body(Rejection) },
  responses: { 200: reply(VersionDetail, "The rejected version") },
  problems: ["not_found", "conflict"],
});

export function versionVerbRoutes(services: Services) {
  return newRouter()
    .openapi(rollback, async (c) => {
      const { slug, number } = c.req.valid("param");
      const made = await rollBack(services, c.get("call"), slug, number, c.req.valid("json"));
      return c.json(made, made.unchanged ? 200 : 201);
    })
    .openapi(release, async (c) => {
      const { slug, number } = c.req.valid("param");
      return c.json(await releaseVersion(services, c.get("call"), slug, number, c.req.valid("json")), 200);
    })
    .openapi(reject, async (c) => {
      const { slug, number } = c.req.valid("param");
      return c.json(await rejectVersion(services, c.get("call"), slug, number, c.req.valid("json")), 200);
    })
    .openapi(retract, async (c) => {
      const { slug, number } = c.req.valid("param");
      return c.json(await retractVersion(services, c.get("call"), slug, number, c.req.valid("json")), 200);
    });
}
