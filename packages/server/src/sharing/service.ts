import { createHash } from "node:crypto";
import { type Answer, type Draft, metered } from "../data/metered.ts";
import { type Call, ownPartner } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Part } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { Access } from "../subscriptions/access.ts";
import { sightOf } from "../subscriptions/sight.ts";
import { asMissing, tableAccess } from "./access.ts";
import { changesOf } from "./changes.ts";
import { fileFields, metadataLine, protocolLine, type Told, toLines } from "./lines.ts";
import { slugOf, type TablePath } from "./names.ts";
import { linkTo } from "./part-files.ts";
import { prune } from "./prune.ts";
import { selectHistory } from "./queries.ts";
import type { ChangesQuery, QueryBody, VersionQuery } from "./schemas.ts";
import { versionInFiles } from "./version-files.ts";

const versionHeader = (version: number) => ({ "delta-table-version": String(version) });

/** A client asks which form it will get, and gets the only one there is. */
const ndjson = (version: number) => ({
  "content-type": "application/x-ndjson; charset=utf-8",
  "cache-control": "no-store",
  "delta-sharing-capabilities": "responseformat=parquet",
  ...versionHeader(version),
});

/** The current version, or the first one at or after a moment. */
export async function tableVersion(
  services: Services,
  call: Call,
  path: TablePath,
  { startingTimestamp }: VersionQuery,
): Promise<Record<string, string>> {
  const { dataset, version } = await tableAccess(services, call, path);
  if (startingTimestamp === undefined) return versionHeader(version);
  const [first] = await selectHistory(services.store.db, dataset, { current: version, since: startingTimestamp });
  if (first) return versionHeader(first.number);
  throw new Problem("invalid_request", {
    detail: `${dataset} has had no version since ${startingTimestamp.toISOString()}.`,
  });
}

export async function tableMetadata(services: Services, call: Call, path: TablePath) {
  const access = await tableAccess(services, call, path);
  const { dataset, version } = access;
  const sight = sightOf(services, call, access);
  const seen = await versionInFiles(services, dataset, version, sight);
  return { body: toLines([protocolLine, metadataLine(dataset, seen, sight)]), headers: ndjson(version) };
}

/** The files of a version, or what has changed since one: as the protocol asks for either with one operation. */
export function queryTable(services: Services, call: Call, path: TablePath, asked: QueryBody): Promise<Answer> {
  const { startingVersion, endingVersion } = asked;
  if (startingVersion !== undefined && startingVersion !== null) {
    const range = { startingVersion, endingVersion: endingVersion ?? undefined, includeHistoricalMetadata: true };
    return tableChanges(services, call, path, range);
  }
  return shared(services, call, path, `query ${JSON.stringify(asked)}`, async (access) => {
    const told = await versionAsked(services, access, asked);
    const number = told?.version ?? access.version;
    const sight = sightOf(services, call, access);
    const seen = await versionInFiles(services, access.dataset, number, sight);
    const parts = prune(seen.definition, seen.parts, asked);
    const of = { ...makerOf(call), slug: access.dataset, version: number };
    const files = parts.map((part) => ({ file: fileFields(seen.definition, linkTo(services, part, of), told) }));
    return { number, parts, lines: [metadataLine(access.dataset, seen, sight, told), ...files] };
  });
}

/** The change data feed: parts that versions added and took away. */
export function tableChanges(services: Services, call: Call, path: TablePath, asked: ChangesQuery): Promise<Answer> {
  return shared(services, call, path, `changes ${JSON.stringify(asked)}`, (access) =>
    changesOf(services, { access, sight: sightOf(services, call, access), maker: makerOf(call) }, asked),
  );
}

type Shared = { number: number; parts: readonly Part[]; lines: object[] };

/** Hands out links: nothing of it leaves before the meter has counted the parts they lead to. */
function shared(
  services: Services,
  call: Call,
  path: TablePath,
  asked: string,
  work: (access: Access) => Promise<Shared>,
): Promise<Answer> {
  const draft = async (access: Access): Promise<Draft> => {
    const { number, parts, lines } = await work(access);
    const named = parts.map(({ sha256, rows, bytes }) => ({ sha256, rows, bytes }));
    const identity = createHash("sha256")
      .update(JSON.stringify([asked, number, named]))
      .digest("hex");
    const body = toLines([protocolLine, ...lines]);
    return {
      status: 200,
      headers: ndjson(number),
      body,
      version: number,
      asked,
      identity,
      rows: 0,
      bytes: 0,
      parts: named,
    };
  };
  ownPartner(call);
  return asMissing(metered(services, call, slugOf(path), "sharing", draft));
}

const makerOf = (call: Call) => ({ partnerId: ownPartner(call), keyId: call.principal.keyId });

/** A version by its number or as of a moment, as far as it has ever been the current one. */
async function versionAsked(
  { store }: Services,
  { dataset, version: current }: Access,
  { version, timestamp }: QueryBody,
): Promise<Told | undefined> {
  const isByVersion = version !== undefined && version !== null;
  if (!isByVersion && !timestamp) return undefined;
  const history = await selectHistory(store.db, dataset, { current });
  const found = isByVersion
    ? history.find(({ number }) => number === version)
    : history.findLast(({ publishedAt }) => timestamp && publishedAt <= timestamp);
  if (found) return { version: found.number, timestamp: found.publishedAt.getTime() };
  const wanted = isByVersion ? `no version ${version}` : `had no version at ${timestamp?.toISOString()}`;
  throw new Problem("invalid_request", { detail: `${dataset} has ${wanted}. The current one is ${current}.` });
}
