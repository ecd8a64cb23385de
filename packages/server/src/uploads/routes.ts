import { z } from "@hono/zod-openapi";
import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import { IdParam } from "../http/wire.ts";
import type { Services } from "../services.ts";
import { receivePart } from "./parts.ts";
import { NewUpload, PartParams, Upload, UploadDetail, UploadPage, UploadPart, UploadQuery } from "./schemas.ts";
import { abortUpload, createUpload, listUploads, retrieveUpload } from "./service.ts";

const policy = { who: ["operator"], scope: "datasets:write" } as const;
const tags = ["uploads"];

const create = route({
  operationId: "uploads.create",
  method: "post",
  path: "/uploads",
  tags,
  policy,
  summary: "Begin an upload in parts",
  description:
    "Its parts are sent one by one, in any order and several at a time, so that a connection that is cut costs one part. Then it is published by its id with `POST /datasets/{slug}/versions`. One that gets no part for a day is removed.",
  request: { body: body(NewUpload) },
  responses: { 201: reply(Upload, "The upload, which is open") },
  problems: ["not_found", "too_many"],
});

const list = route({
  operationId: "uploads.list",
  method: "get",
  path: "/uploads",
  tags,
  policy,
  summary: "List uploads",
  description: "Oldest first, without those that have expired.",
  request: { query: UploadQuery },
  responses: { 200: reply(UploadPage, "A page of uploads") },
  problems: ["invalid_cursor"],
});

const retrieve = route({
  operationId: "uploads.retrieve",
  method: "get",
  path: "/uploads/{id}",
  tags,
  policy,
  summary: "Read an upload",
  description: "With the parts that were received, so that whoever was cut off knows which to send.",
  request: { params: IdParam("upl") },
  responses: { 200: reply(UploadDetail, "The upload with its parts") },
  problems: ["not_found"],
});

const abort = route({
  operationId: "uploads.abort",
  method: "delete",
  path: "/uploads/{id}",
  tags,
  policy,
  summary: "Abort an upload",
  description: "What was received of it is removed.",
  request: { params: IdParam("upl") },
  responses: { 200: reply(Upload, "The upload as it was") },
  problems: ["not_found", "conflict"],
});

const File = z.string().openapi({ format: "binary" });
const sendPart = route({
  operationId: "uploads.sendPart",
  method: "put",
  path: "/uploads/{id}/parts/{number}",
  tags,
  policy,
  summary: "Send a part of an upload",
  description:
    "The body is the part's bytes, and the header `Content-Digest: sha-256=:<base64>:` (RFC 9530) their SHA-256. The answer comes once they are on the disk. The same part again changes nothing, another one takes its place.",
  request: {
    params: PartParams,
    body: { required: true, content: { "application/octet-stream": { schema: File } } },
  },
  responses: { 200: reply(UploadPart, "The part, which is kept") },
  problems: ["not_found", "conflict", "digest_mismatch"],
});

export function uploadRoutes(services: Services) {
  return newRouter()
    .openapi(create, async (c) => c.json(await createUpload(services, c.get("call"), c.req.valid("json")), 201))
    .openapi(list, async (c) => c.json(await listUploads(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(retrieve, async (c) => c.json(await retrieveUpload(services, c.req.valid("param").id), 200))
    .openapi(abort, async (c) => c.json(await abortUpload(services, c.get("call"), c.req.valid("param").id), 200))
    .openapi(sendPart, async (c) => {
      const { id, number } = c.req.valid("param");
      const part = await receivePart(services, c.get("call"), id, {
        number,
        stream: c.req.raw.body,
        contentDigest: c.req.header("content-digest"),
        contentLength: c.req.header("content-length"),
      });
      return c.json(part, 200);
    });
}
