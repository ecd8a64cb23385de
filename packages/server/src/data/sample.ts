import { retired } from "../datasets/states.ts";
import { visibleDataset } from "../datasets/visible.ts";
import type { Call } from "../http/call.ts";
import { knownTag } from "../http/etag.ts";
import { Problem } from "../http/problem.ts";
import { parseQuery } from "../lake/grammar.ts";
import type { FormatName } from "../lake/grammar-page.ts";
import type { Services } from "../services.ts";
import { versionOf } from "../subscriptions/access.ts";
import type { Asked } from "./asked.ts";
import { columnNames } from "./csv.ts";
import { bodyIn, formFor, formHeaders, linesOf, possibleTags, tagOf } from "./forms.ts";
import type { Answer } from "./metered.ts";

const sampleRowsMax = 20;

type AskedSample = Pick<Asked, "slug" | "accept" | "acceptEncoding" | "isHead" | "ifNoneMatch"> & {
  format: FormatName | null;
};

/**
 * The first rows of the current version, in its own order. They say what the data is like and are nobody's usage. Any key may read
 * them, whatever its tier sees: a sample is what everybody is shown before there is a license.
 */
export async function sampleRows(services: Services, call: Call, asked: AskedSample): Promise<Answer> {
  const { slug } = asked;
  const dataset = await visibleDataset(services.store.db, call, slug);
  if (dataset.state === "retired") throw retired(dataset);
  const { currentVersion } = dataset;
  if (currentVersion === null) throw new Problem("no_version_published");
  const { definition, parts } = await versionOf(services, slug, currentVersion);
  const form = formFor(asked.format, asked);
  const identity = `${currentVersion}-sample`;
  const headers = {
    ...formHeaders(form.format),
    "wizdata-dataset-version": String(currentVersion),
    "cache-control": "private, no-cache",
  };
  if (asked.isHead) return { status: 200, body: "", headers: { ...headers, etag: tagOf(identity, form.format, null) } };
  const etag = knownTag(asked.ifNoneMatch, possibleTags(identity, form));
  if (etag !== undefined) return { status: 304, body: "", headers: { ...headers, etag } };
  const whole = parseQuery(definition, []);
  if ("issues" in whole) throw new Error("a query without words has nothing wrong with it");
  const page = await services.lake.page(definition, parts, whole.query, null, sampleRowsMax);
  const rows = page?.rows ?? [];
  const text =
    form.format === "json"
      ? `{"dataset":"${slug}","version":${currentVersion},"data":[${rows.join(",")}]}`
      : await linesOf(form.format, columnNames(definition, null), rows);
  const { body, headers: ofBody } = await bodyIn(form, identity, { text, bytes: Buffer.byteLength(text) });
  return { status: 200, body, headers: { ...headers, ...ofBody } };
}
