import { type Call, ownPartner } from "../http/call.ts";
import { pack } from "../http/encoding.ts";
import { knownTag } from "../http/etag.ts";
import type { FormatName } from "../lake/grammar-page.ts";
import type { Page, Position } from "../lake/lake.ts";
import { refuseIfEmpty } from "../meter/limits.ts";
import { unitsOf } from "../meter/operations.ts";
import type { Services } from "../services.ts";
import { cutoffHeader } from "../subscriptions/sight.ts";
import type { Asked } from "./asked.ts";
import { columnNames } from "./csv.ts";
import { bodyIn, formFor, formHeaders, linesOf, possibleTags, tagOf } from "./forms.ts";
import { type Answer, type Draft, logicalCall, metered } from "./metered.ts";
import type { PageText } from "./page-memory.ts";
import { cursorTo, type Plan, planPage } from "./plan.ts";
import { explainSearch, tooBroad } from "./too-broad.ts";

/** A page of rows. A version never changes, so neither does the page: its ETag names version, query and form. */
export function queryRows(services: Services, call: Call, asked: Asked): Promise<Answer> {
  ownPartner(call);
  return metered(services, call, asked.slug, "query", async (access) => {
    const plan = await planPage(services, call, access, asked);
    const form = formFor(plan.format, asked);
    const headers: Record<string, string> = {
      ...formHeaders(form.format),
      "wizdata-dataset-version": String(plan.number),
      "cache-control": "private, no-cache",
    };
    const cutoff = cutoffHeader(plan.sight);
    if (cutoff !== undefined) headers["wizdata-cutoff"] = cutoff;
    const common = { version: plan.number, asked: asked.text, identity: plan.identity };
    const empty = { body: "", bytes: 0, rows: 0, ...common };
    if (asked.isHead) {
      const etag = tagOf(plan.identity, form.format, null);
      return { ...empty, status: 200, headers: { ...headers, etag }, isUncounted: true };
    }
    const etag = knownTag(asked.ifNoneMatch, possibleTags(plan.identity, form));
    if (etag !== undefined) return { ...empty, status: 304, headers: { ...headers, etag } };
    await refuseIfEmpty(services, access, {
      lineageId: call.principal.lineageId,
      units: unitsOf("query", access.weights),
      call: logicalCall(call, plan.identity),
    });
    const key = `${plan.rowsKey} ${form.format}`;
    const page = services.pages.recall(key) ?? (await writePage(services, call, asked, plan, form.format, key));
    const { next } = page;
    const seal = (position: Position) => cursorTo(services, call, asked.slug, plan, position);
    const cursor = next === null ? null : services.pages.cursor(key, readerOf(call, plan), () => seal(next));
    const end = form.format === "json" ? jsonEnd(cursor) : "";
    const bytes = page.bytes + Buffer.byteLength(end);
    const packOnce: typeof pack = (text, encoding) =>
      services.pages.packed(key, `${encoding} ${cursor}`, () => pack(text, encoding));
    const whole = { text: page.text + end, bytes };
    const { body, headers: ofBody } = await bodyIn(form, plan.identity, whole, packOnce);
    return {
      ...{ status: 200, body, bytes, rows: page.rows, ...common },
      headers: { ...headers, ...ofBody, ...nextHeaders(asked, cursor) },
    } satisfies Draft;
  });
}

/** Whose cursor it is: under a policy it also pins the hour that its walk began in. */
const readerOf = (call: Call, { hour }: Plan) => `${ownPartner(call)} ${hour ?? ""}`;

async function readPage(services: Services, call: Call, asked: Asked, plan: Plan): Promise<Page> {
  const { definition, parts, query, position, limitRows } = plan;
  const asker = { owner: ownPartner(call), signal: asked.hangUp };
  try {
    const page = await services.lake.page(definition, parts, query, position, limitRows, asker);
    if (page) return page;
  } catch (error) {
    throw explainSearch(error, asked.slug, query);
  }
  throw tooBroad(asked.slug, query);
}

/** Reads a page and writes it, as far as it is the same for everybody. */
async function writePage(
  services: Services,
  call: Call,
  asked: Asked,
  plan: Plan,
  format: FormatName,
  key: string,
): Promise<PageText> {
  const { rows, next } = await readPage(services, call, asked, plan);
  const text =
    format === "json"
      ? // Rows come as their JSON texts, so a page is joined and never built.
        `{"dataset":"${asked.slug}","version":${plan.number},"data":[${rows.join(",")}]`
      : await linesOf(format, columnNames(plan.definition, plan.query.columns), rows);
  const page = { text, bytes: Buffer.byteLength(text), rows: rows.length, next };
  services.pages.offer(key, page);
  return page;
}

const jsonEnd = (cursor: string | null) => `,"has_more":${cursor !== null},"next_cursor":${JSON.stringify(cursor)}}`;

/** Where to go on, for formats whose body has no room to say so. */
function nextHeaders({ linkTo }: Asked, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const link = linkTo(cursor);
  return { "wizdata-next-cursor": cursor, ...(link === null ? {} : { link: `<${link}>; rel="next"` }) };
}
