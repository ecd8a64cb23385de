import { z } from "@hono/zod-openapi";
import { body, reply, route } from "../http/contract.ts";
import { answerFile } from "../http/file.ts";
import { prepareHeaders } from "../http/respond.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { createExport } from "./create.ts";
import { findFile, mediaTypes } from "./files.ts";
import { deleteExport, renewExport } from "./life.ts";
import { Export, ExportPage, ExportQuery, FileHeaders, FileParams, Manifest, NewExport, WaitQuery } from "./schemas.ts";
import { cancelExport, listExports, retrieveExport, retrieveManifest } from "./service.ts";

const who = ["operator", "partner"] as const;
const mayRead = { who, scope: "exports:read" } as const;
const tags = ["exports"];

const headers = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { schema: { type: "string" as const } }]));

const create = route({
  operationId: "exports.create",
  method: "post",
  path: "/exports",
  tags,
  policy: { who: ["partner"], scope: "exports:write", metered: "export" },
  summary: "Order an export",
  description:
    "Queues a job that writes the rows of a query, all of them, into files. Its units are reserved now and used when it is ready; a job that fails or is canceled costs nothing. Downloads are free.",
  request: { body: body(NewExport) },
  responses: { 202: { ...reply(Export, "The queued export"), headers: headers("RateLimit", "RateLimit-Policy") } },
  problems: [
    "not_found",
    "no_version_published",
    "dataset_retired",
    "version_retracted",
    "version_removed",
    "subscription_required",
    "feature_not_licensed",
    "policy_unfit",
    "terms_not_accepted",
    "too_many",
    "export_room_full",
    "too_many_rows",
    "query_too_broad",
    "quota_exceeded",
    "spending_limit_reached",
  ],
});

const list = route({
  operationId: "exports.list",
  method: "get",
  path: "/exports",
  tags,
  policy: mayRead,
  summary: "List exports",
  description: "Oldest first. A partner's key sees its own company's exports only.",
  request: { query: ExportQuery },
  responses: { 200: reply(ExportPage, "A page of exports") },
  problems: ["invalid_cursor"],
});

const retrieve = route({
  operationId: "exports.retrieve",
  method: "get",
  path: "/exports/{id}",
  tags,
  policy: mayRead,
  summary: "Read an export",
  description:
    "With its progress. `wait_seconds` holds the answer back until the status changes, so that waiting needs no polling.",
  request: { params: IdParam("exp"), query: WaitQuery },
  responses: { 200: reply(Export, "The export") },
  problems: ["not_found"],
});

const cancel = route({
  operationId: "exports.cancel",
  method: "post",
  path: "/exports/{id}/cancel",
  tags,
  policy: { who, scope: "exports:write" },
  summary: "Cancel an export",
  description: "While it is queued or running. What it reserved is given back.",
  request: { params: IdParam("exp") },
  responses: { 200: reply(Export, "The canceled export") },
  problems: ["not_found", "conflict"],
});

const renew = route({
  operationId: "exports.renew",
  method: "post",
  path: "/exports/{id}/renew",
  tags,
  policy: { who, scope: "exports:write" },
  summary: "Keep an export's files for longer",
  description: "Until 30 days from now, while its version exists, at no cost: the same bytes under the same names.",
  request: { params: IdParam("exp") },
  responses: { 200: reply(Export, "The export with its new end") },
  problems: ["not_found", "export_not_ready", "export_expired", "version_retracted", "version_removed"],
});

const remove = route({
  operationId: "exports.delete",
  method: "delete",
  path: "/exports/{id}",
  tags,
  policy: { who, scope: "exports:write" },
  summary: "Delete an export's files",
  description:
    "Before its time is over, which makes room for others. It is expired from then on, and its links lead nowhere. What it cost stays.",
  request: { params: IdParam("exp") },
  responses: { 200: reply(Export, "The export without its files") },
  problems: ["not_found", "conflict"],
});

const manifest = route({
  operationId: "exports.manifest",
  method: "get",
  path: "/exports/{id}/manifest",
  tags,
  policy: mayRead,
  summary: "Read an export's manifest",
  description:
    "The files with their sizes and hashes, what is in them and where it comes from, signed with Ed25519. The text that was signed is in it as it is, so that it can be checked, and kept, without writing it anew.",
  request: { params: IdParam("exp") },
  responses: { 200: reply(Manifest, "The manifest") },
  problems: ["not_found", "export_not_ready", "export_expired", "version_retracted"],
});

const bytes = { schema: z.string().openapi({ format: "binary" }) };
const content = Object.fromEntries(Object.values(mediaTypes).map((type) => [type, bytes]));
const ofFiles = ["Accept-Ranges", "ETag", "Repr-Digest", "Content-Length", "Content-Disposition"];
const fileResponses = {
  200: { description: "The file", headers: headers(...ofFiles), content },
  206: { description: "A part of it", headers: headers(...ofFiles, "Content-Range"), content },
  304: { description: "The file is the one the caller has" },
};
const file = route({
  operationId: "exports.file",
  method: "get",
  path: "/exports/{id}/files/{name}",
  tags,
  policy: mayRead,
  summary: "Download a file of an export",
  description:
    "The same bytes as long as the export lives, as often as wanted, at no cost. `ETag` and `Repr-Digest` carry the SHA-256 of the whole. One `Range` of bytes gives a part; several give the whole. With `If-Range: <the ETag>` a part comes only of the same file, else the whole.",
  request: { params: FileParams, headers: FileHeaders },
  responses: fileResponses,
  problems: [
    "not_found",
    "export_not_ready",
    "export_expired",
    "version_retracted",
    "precondition_failed",
    "range_not_satisfiable",
  ],
});

export function exportRoutes(services: Services) {
  return newRouter()
    .openapi(create, async (c) => {
      const { made, limits } = await createExport(services, c.get("call"), c.req.valid("json"));
      prepareHeaders(c);
      return c.json(made, 202, limits);
    })
    .openapi(list, async (c) => c.json(await listExports(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(retrieve, async (c) => {
      const wait = { waitMs: c.req.valid("query").wait_seconds * 1_000, signal: c.req.raw.signal };
      return c.json(await retrieveExport(services, c.get("call"), c.req.valid("param").id, wait), 200);
    })
    .openapi(cancel, async (c) => c.json(await cancelExport(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(renew, async (c) => c.json(await renewExport(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(remove, async (c) => c.json(await deleteExport(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(manifest, async (c) =>
      c.json(await retrieveManifest(services, c.get("call"), c.req.valid("param").id), 200),
    )
    .openapi(file, async (c) => {
      const { id, name } = c.req.valid("param");
      return answerFile(c, await findFile(services, c.get("call"), id, name));
    });
}
