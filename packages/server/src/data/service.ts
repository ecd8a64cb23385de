import { hash } from "node:crypto";
import { type Call, ownPartner } from "../http/call.ts";
import { isKnownTag } from "../http/etag.ts";
import { type Binding, openCursor, sealCursor } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { parseQuery, queryText } from "../lake/grammar.ts";
import type { Position, Query } from "../lake/lake.ts";
import { refuseIfEmpty } from "../meter/limits.ts";
import type { Services } from "../services.ts";
import { type Access, type PublishedVersion, versionAsOf, versionOf } from "../subscriptions/access.ts";
import { type Answer, type Draft, metered } from "./metered.ts";

type Wanted = {
  slug: string;
  params: URLSearchParams;
  /** A HEAD asks for what the answer would be, without the rows. */
  isHead: boolean;
  ifNoneMatch: string | undefined;
};

/** What a cursor holds: the version it pins, the query it belongs to, and where the page before ended. */
type Cursor = { version: number; query: string; position: Position };

type Plan = PublishedVersion & {
  query: Query;
  queryHash: string;
  position: Position | null;
  limitRows: number;
  etag: string;
};

/** A page of rows. A version never changes, so neither does the page: its ETag names version and query. */
export function queryRows(services: Services, call: Call, wanted: Wanted): Promise<Answer> {
  ownPartner(call);
  return metered(services, call, wanted.slug, "query", async (access) => {
    const plan = await planPage(services, call, access, wanted);
    const headers = {
      etag: plan.etag,
      "wizdata-dataset-version": String(plan.number),
      "cache-control": "private, no-cache",
    };
    const empty = { body: "", rows: 0, version: plan.number };
    if (wanted.isHead)
      return { ...empty, status: 200, headers: { ...headers, "content-type": "application/json" }, isUncounted: true };
    if (isKnownTag(wanted.ifNoneMatch, plan.etag)) return { ...empty, status: 304, headers };
    await refuseIfEmpty(services, access, call.principal.lineageId);
    return {
      ...(await readPage(services, call, wanted.slug, plan)),
      headers: { ...headers, "content-type": "application/json" },
    };
  });
}

async function planPage(services: Services, call: Call, access: Access, { slug, params }: Wanted): Promise<Plan> {
  const after = params.get("after");
  // The service made what it signed.
  const cursor =
    after === null ? undefined : (openCursor(services.secrets, cursorBinding(call, slug), after) as Cursor);
  const version = await versionWanted(services, access, slug, params, cursor);
  const parsed = parseQuery(version.definition, params);
  if ("issues" in parsed) throw invalidRequest(parsed.issues);
  const {
    query,
    page: { limitRows },
  } = parsed;
  const queryHash = hash("sha256", queryText(query), "base64url").slice(0, 22);
  if (cursor && cursor.query !== queryHash)
    throw new Problem("invalid_cursor", {
      detail: "The cursor belongs to another query. Give the same filters, order and columns.",
    });
  const etag = `"${version.number}-${queryHash}-${limitRows}${after === null ? "" : `-${hash("sha256", after, "base64url").slice(0, 16)}`}"`;
  return { ...version, query, queryHash, position: cursor?.position ?? null, limitRows, etag };
}

async function versionWanted(
  services: Services,
  access: Access,
  slug: string,
  params: URLSearchParams,
  cursor: Cursor | undefined,
): Promise<PublishedVersion> {
  const current = { number: access.version, definition: access.definition, parts: access.parts };
  const [number, asOf] = [params.get("version"), params.get("as_of")];
  if (cursor) {
    if (number !== null && number !== String(cursor.version))
      throw new Problem("invalid_cursor", { detail: `The cursor belongs to version ${cursor.version}.` });
    return cursor.version === access.version ? current : versionOf(services, slug, cursor.version);
  }
  // What is no number or no time is named by the grammar, with all else that is wrong.
  if (number !== null && /^[1-9]\d{0,15}$/.test(number))
    return Number(number) === access.version ? current : versionOf(services, slug, Number(number));
  const moment = asOf === null ? Number.NaN : Date.parse(asOf);
  return Number.isNaN(moment) ? current : versionAsOf(services, slug, new Date(moment));
}

async function readPage(services: Services, call: Call, slug: string, plan: Plan): Promise<Omit<Draft, "headers">> {
  const { definition, parts, query, queryHash: hashed, position, limitRows, number } = plan;
  const page = await services.lake.page(definition, parts, query, position, limitRows);
  if (!page) {
    throw new Problem("query_too_broad", {
      detail:
        "An index serves equality on key columns, a range of time, and order by time or key. An export serves every query.",
      next: [`wizdata exports create ${slug} --format csv`],
    });
  }
  const cursor =
    page.next === null
      ? null
      : sealCursor(services.secrets, cursorBinding(call, slug), {
          version: number,
          query: hashed,
          position: page.next,
        } satisfies Cursor);
  // Rows come as their JSON texts, so a page is joined and never built.
  const body = `{"dataset":"${slug}","version":${number},"data":[${page.rows.join(",")}],"has_more":${cursor !== null},"next_cursor":${JSON.stringify(cursor)}}`;
  return { status: 200, body, rows: page.rows.length, version: number };
}

const cursorBinding = (call: Call, slug: string): Binding => ({ call, list: `data:${slug}` });
