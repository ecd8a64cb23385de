import { z } from "@hono/zod-openapi";
import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { publishUpload, publishVersion } from "./publish.ts";
import { SlugParam } from "./schemas.ts";
import { uploadTypes } from "./upload-form.ts";
import { changeVersion, listVersions, retrieveVersion } from "./versions.ts";
import {
  Publication,
  PublishQuery,
  PublishUpload,
  VersionChanges,
  VersionDetail,
  VersionPage,
  VersionParam,
  VersionQuery,
} from "./versions-schemas.ts";

const mayRead = { who: ["operator", "partner"], scope: "datasets:read" } as const;
const tags = ["datasets"];

const File = z.string().openapi({ format: "binary" });
const uploadContent = Object.fromEntries(uploadTypes.map((type) => [type, { schema: File }]));

const publish = route({
  operationId: "datasets.publish",
  method: "post",
  path: "/datasets/{slug}/versions",
  tags,
  policy: { who: ["operator"], scope: "datasets:write" },
  summary: "Publish a version",
  description:
    "The body is the file: CSV with a header, NDJSON with one object a line, or Parquet, with the definition's columns in any order; plain, or packed with gzip or zstd. It is refused whole, with its first faults, or it becomes the current version. By `mode` it is the whole version or changes to the current one, whose parts without a change the new version shares. The same rows as the current version make no new one, in whatever form they come, and then a note is not taken over. A file that came in parts is published by its id, as JSON.",
  request: {
    params: SlugParam,
    query: PublishQuery,
    body: {
      content: { ...uploadContent, "application/json": { schema: PublishUpload } },
    },
  },
  responses: {
    200: reply(Publication, "The current version, whose rows these are"),
    201: reply(Publication, "The new version, which is the current one"),
    202: reply(Publication, "The new version, which is below a floor of the dataset and held for an operator"),
  },
  problems: [
    "not_found",
    "publish_in_progress",
    "mode_not_possible",
    "schema_contract",
    "transition_not_allowed",
    "conflict",
    "upload_incomplete",
    "faulty_upload",
  ],
});

const list = route({
  operationId: "datasets.versions",
  method: "get",
  path: "/datasets/{slug}/versions",
  tags,
  policy: mayRead,
  summary: "List the versions of a dataset",
  description: "Newest first.",
  request: { params: SlugParam, query: VersionQuery },
  responses: { 200: reply(VersionPage, "A page of versions") },
  problems: ["not_found", "invalid_cursor"],
});

const retrieve = route({
  operationId: "datasets.version",
  method: "get",
  path: "/datasets/{slug}/versions/{number}",
  tags,
  policy: mayRead,
  summary: "Read a version",
  description: "With the report of its publishing.",
  request: { params: VersionParam },
  responses: { 200: reply(VersionDetail, "The version") },
  problems: ["not_found"],
});

const update = route({
  operationId: "datasets.updateVersion",
  method: "patch",
  path: "/datasets/{slug}/versions/{number}",
  tags,
  policy: { who: ["operator"], scope: "datasets:write" },
  summary: "Change the note of a version",
  description: "All else of a version never changes.",
  request: { params: VersionParam, body: body(VersionChanges) },
  responses: { 200: reply(VersionDetail, "The version with its new note") },
  problems: ["not_found"],
});

function statusOf({ unchanged, held }: Publication): 200 | 201 | 202 {
  if (unchanged) return 200;
  return held.length > 0 ? 202 : 201;
}

export function versionRoutes(services: Services) {
  return newRouter()
    .openapi(publish, async (c) => {
      const header = (name: string) => c.req.header(name);
      const { slug } = c.req.valid("param");
      const { mode, note, contract } = c.req.valid("query");
      // Nothing, whatever its type says, where the body is a file of no type.
      const named: PublishUpload | object | undefined = c.req.valid("json");
      if (named && "upload" in named) {
        const published = await publishUpload(services, c.get("call"), slug, { ...named, mode, note, contract });
        return c.json(published, statusOf(published));
      }
      const published = await publishVersion(services, c.get("call"), slug, {
        stream: c.req.raw.body,
        contentType: header("content-type"),
        contentEncoding: header("content-encoding"),
        contentLength: header("content-length"),
        path: c.req.path,
        mode,
        note,
        contract,
      });
      return c.json(published, statusOf(published));
    })
    .openapi(list, async (c) =>
      c.json(await listVersions(services, c.get("call"), c.req.valid("param").slug, c.req.valid("query")), 200),
    )
    .openapi(retrieve, async (c) => {
      const { slug, number } = c.req.valid("param");
      return c.json(await retrieveVersion(services, c.get("call"), slug, number), 200);
    })
    .openapi(update, async (c) => {
      const { slug, number } = c.req.valid("param");
      return c.json(await changeVersion(services, c.get("call"), slug, number, c.req.valid("json")), 200);
    });
}
