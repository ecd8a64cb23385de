import { type Call, ownPartner } from "../http/call.ts";
import { knownTag } from "../http/etag.ts";
import { refuseIfEmpty } from "../meter/limits.ts";
import { unitsOf } from "../meter/operations.ts";
import type { Services } from "../services.ts";
import { cutoffHeader } from "../subscriptions/sight.ts";
import type { AskedChanges } from "./changes-asked.ts";
import { type ChangesPlan, changesCursor, planChanges, syncToken } from "./changes-plan.ts";
import { readChanges, sumOf } from "./changes-rows.ts";
import { columnNames } from "./csv.ts";
import { bodyIn, formFor, formHeaders, linesOf, possibleTags, tagOf } from "./forms.ts";
import { type Answer, type Draft, logicalCall, metered } from "./metered.ts";

/** A page of the rows that differ between two versions, as far as the caller sees them. */
export function changedRows(services: Services, call: Call, asked: AskedChanges): Promise<Answer> {
  ownPartner(call);
  return metered(services, call, asked.slug, "changes", async (access) => {
    const plan = await planChanges(services, call, access, asked);
    const form = formFor(plan.format, asked);
    const { version } = plan.to;
    const headers: Record<string, string> = {
      ...formHeaders(form.format),
      "wizdata-dataset-version": String(version),
      "cache-control": "private, no-cache",
    };
    const cutoff = cutoffHeader(plan.to.sight);
    if (cutoff !== undefined) headers["wizdata-cutoff"] = cutoff;
    const common = { version, asked: asked.text, identity: `changes-${plan.identity}` };
    const empty = { body: "", bytes: 0, rows: 0, ...common };
    if (asked.isHead) {
      const etag = tagOf(plan.identity, form.format, null);
      return { ...empty, status: 200, headers: { ...headers, etag }, isUncounted: true };
    }
    const etag = knownTag(asked.ifNoneMatch, possibleTags(plan.identity, form));
    if (etag !== undefined) return { ...empty, status: 304, headers: { ...headers, etag } };
    await refuseIfEmpty(services, access, {
      lineageId: call.principal.lineageId,
      units: unitsOf("changes", access.weights),
      call: logicalCall(call, common.identity),
    });
    const page = await readChanges(services, call, asked, plan);
    const cursor = changesCursor(services, call, asked, plan, page.next);
    const token = cursor === null ? syncToken(services, call, asked.slug, plan.to) : null;
    const text =
      form.format === "json"
        ? pageText(asked, plan, page, { cursor, token })
        : await linesOf(form.format, columnNames(plan.definition, plan.query.columns), page.rows);
    const bytes = Buffer.byteLength(text);
    const { body, headers: ofBody } = await bodyIn(form, plan.identity, { text, bytes });
    return {
      ...{ status: 200, body, bytes, rows: page.rows.length, ...common },
      headers: { ...headers, ...ofBody, ...endHeaders(asked, cursor, token) },
    } satisfies Draft;
  });
}

type Ends = { cursor: string | null; token: string | null };

/** Rows come as their JSON texts, so the page is joined and never built. */
function pageText(
  { slug }: AskedChanges,
  { since, to, position }: ChangesPlan,
  { rows, partitions, parts }: Awaited<ReturnType<typeof readChanges>>,
  { cursor, token }: Ends,
): string {
  const { key, time, partition } = to.seen.definition;
  const summary = position === null ? { ...sumOf(partitions), partitions, parts } : null;
  const head = { dataset: slug, since: since.version, version: to.version, key, time, partition, summary };
  const end = { has_more: cursor !== null, next_cursor: cursor, sync_token: token };
  return `${JSON.stringify(head).slice(0, -1)},"data":[${rows.join(",")}],${JSON.stringify(end).slice(1)}`;
}

/** Where to go on, and from where the next time, for formats whose body has no room to say so. */
function endHeaders({ linkTo }: AskedChanges, cursor: string | null, token: string | null): Record<string, string> {
  if (cursor === null) return token === null ? {} : { "wizdata-sync-token": token };
  const link = linkTo(cursor);
  return { "wizdata-next-cursor": cursor, ...(link === null ? {} : { link: `<${link}>; rel="next"` }) };
}
