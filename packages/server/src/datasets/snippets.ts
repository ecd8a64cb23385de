import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { type PublishedVersion, versionOf } from "../subscriptions/published-versions.ts";
import { isLimited } from "./licenses-queries.ts";
import { type Example, snippetsOf } from "./snippets-code.ts";
import type { Endpoint, Snippets } from "./snippets-schemas.ts";
import { retired } from "./states.ts";
import { visibleDataset } from "./visible.ts";

const exampleRows = 5;

/** Where a dataset is, and code that reads it, with addresses of the public URL and never of a request's Host. */
export async function retrieveSnippets(services: Services, call: Call, slug: string): Promise<Snippets> {
  const dataset = await visibleDataset(services.store.db, call, slug);
  if (dataset.state === "retired") throw retired(dataset);
  if (dataset.currentVersion === null) throw new Problem("no_version_published");
  const version = await versionOf(services, slug, dataset.currentVersion);
  const { url } = services.site;
  return {
    dataset: slug,
    version: version.number,
    endpoints: endpointsOf(`${url}/api/v1`, slug),
    snippets: snippetsOf(url, slug, await exampleOf(services, version, await isLimited(services.store.db, slug))),
  };
}

/** The first key of the newest rows, so that the code finds something; where tiers are limited, of the first, which a sample shows to anybody. */
async function exampleOf(
  { lake }: Services,
  { definition, parts }: PublishedVersion,
  ofFirst: boolean,
): Promise<Example> {
  const { key, time } = definition;
  const order = time === null ? ("key" as const) : ("time" as const);
  const from = ofFirst ? null : (parts.at(-1)?.timeMax ?? null);
  const wanted = { filters: [], from, to: null, columns: null, order };
  const page = await lake.page(definition, parts, wanted, null, 1);
  const row: Record<string, unknown> = JSON.parse(page?.rows[0] ?? "{}");
  const filters = key.filter((name) => name !== time && row[name] !== undefined);
  return {
    filters: Object.fromEntries(filters.map((name) => [name, String(row[name])])),
    from: time === null || row[time] === undefined ? null : String(row[time]),
    limit: exampleRows,
  };
}

const endpointsOf = (api: string, slug: string): Endpoint[] => [
  { summary: "Read a sample", method: "GET", url: `${api}/data/${slug}/sample` },
  { summary: "Query rows", method: "GET", url: `${api}/data/${slug}` },
  { summary: "Query rows by a body", method: "POST", url: `${api}/data/${slug}/query` },
  { summary: "Order an export", method: "POST", url: `${api}/exports` },
  { summary: "Read the schema", method: "GET", url: `${api}/datasets/${slug}/schema` },
  { summary: "List the versions", method: "GET", url: `${api}/datasets/${slug}/versions` },
];
