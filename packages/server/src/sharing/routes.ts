import { type Context, Hono } from "hono";
import { respond } from "../data/respond.ts";
import { clientAddress } from "../http/client-address.ts";
import { answerFile } from "../http/file.ts";
import { type Env, guard, type Policy } from "../http/guard.ts";
import { answer, answerJson } from "../http/respond.ts";
import type { Services } from "../services.ts";
import { listSchemas, listShares, listTables, toShare } from "./lists.ts";
import { checkSchema, checkShare } from "./names.ts";
import { findSharedPart, sharingScope } from "./part-files.ts";
import { protocolForm } from "./protocol-form.ts";
import { ChangesQuery, ListQuery, parse, QueryBody, VersionQuery } from "./schemas.ts";
import { queryTable, tableChanges, tableMetadata, tableVersion } from "./service.ts";

const prefix = "/delta-sharing";
const share = `${prefix}/shares/:share` as const;
const schema = `${share}/schemas/:schema` as const;
const table = `${schema}/tables/:table` as const;

const free: Policy = { who: ["partner"], scope: sharingScope, readsOnly: true };
const metered: Policy = { ...free, metered: "sharing" };

/**
 * The published Delta Sharing protocol, for engines that speak it. It is no part of our contract: its paths, its words and its
 * errors are the protocol's own, which is their one source.
 */
export function sharingRoutes(services: Services): Hono<Env> {
  return (
    new Hono<Env>()
      .use(`${prefix}/*`, protocolForm)
      .get(`${prefix}/shares`, door("shares"), async (c) => json(c, listShares(services, c.get("call"), asked(c))))
      .get(share, door("share"), async (c) => {
        checkShare(c.req.param());
        return json(c, { share: toShare(c.get("call")) });
      })
      .get(`${share}/schemas`, door("schemas"), async (c) => {
        checkShare(c.req.param());
        return json(c, listSchemas(services, c.get("call"), asked(c)));
      })
      .get(`${share}/all-tables`, door("allTables"), async (c) => {
        checkShare(c.req.param());
        return json(c, await listTables(services, c.get("call"), asked(c)));
      })
      .get(`${schema}/tables`, door("tables"), async (c) => {
        checkSchema(c.req.param());
        return json(c, await listTables(services, c.get("call"), asked(c)));
      })
      // The protocol's first edition asked so, by HEAD.
      .get(table, door("version"), async (c) =>
        answer(c, null, 200, await tableVersion(services, c.get("call"), c.req.param(), {})),
      )
      .get(`${table}/version`, door("version"), async (c) => {
        const query = parse(VersionQuery, c.req.query());
        return answer(c, null, 200, await tableVersion(services, c.get("call"), c.req.param(), query));
      })
      .get(`${table}/metadata`, door("metadata"), async (c) => {
        const { body, headers } = await tableMetadata(services, c.get("call"), c.req.param());
        return answer(c, body, 200, headers);
      })
      .post(`${table}/query`, guard(metered, operation("query", "post")), async (c) => {
        const body = parse(QueryBody, await c.req.json());
        return respond(c, await queryTable(services, c.get("call"), c.req.param(), body));
      })
      .get(`${table}/changes`, guard(metered, operation("changes", "get")), async (c) => {
        const query = parse(ChangesQuery, c.req.query());
        return respond(c, await tableChanges(services, c.get("call"), c.req.param(), query));
      })
      .get(`${prefix}/files/:token/part.parquet`, async (c) => {
        c.set("operation", "sharing.file");
        const address = clientAddress(c, services.config.trustedProxies);
        return answerFile(c, await findSharedPart(services, c.req.param("token"), address));
      })
  );
}

const door = (name: string) => guard(free, operation(name, "get"));

function operation(name: string, method: "get" | "post") {
  const body = method === "post" ? ("json" as const) : ("none" as const);
  return { operationId: `sharing.${name}`, method, path: prefix, success: 200, body };
}

const asked = (c: Context<Env>) => parse(ListQuery, c.req.query());

const json = (c: Context<Env>, value: object) =>
  answerJson(c, value, 200, { "content-type": "application/json; charset=utf-8" });
