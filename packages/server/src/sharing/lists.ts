import { type Call, ownPartner } from "../http/call.ts";
import { openCursor, sealCursor } from "../http/pages.ts";
import type { Services } from "../services.ts";
import { schemaName, shareId, shareName, tableId } from "./names.ts";
import { selectSubscribed } from "./queries.ts";
import type { ListQuery } from "./schemas.ts";

/** A page as the protocol has it: without a token there is no more. */
export type SharingPage<Item> = { items: Item[]; nextPageToken?: string };

const pageItemsMax = 500;

export const toShare = (call: Call) => ({ name: shareName, id: shareId(ownPartner(call)) });

export const listShares = (services: Services, call: Call, query: ListQuery) =>
  pageOf(services, call, "shares", [toShare(call)], query);

export const listSchemas = (services: Services, call: Call, query: ListQuery) =>
  pageOf(services, call, "schemas", [{ name: schemaName, share: shareName }], query);

/** What the partner has a live subscription to, of a tier that gives whole files. */
export async function listTables(services: Services, call: Call, query: ListQuery) {
  const partnerId = ownPartner(call);
  const subscribed = await selectSubscribed(services.store.db, partnerId, services.clock());
  const tables = subscribed
    .filter(({ features }) => features.includes("export"))
    .map(({ slug }) => ({
      name: slug,
      schema: schemaName,
      share: shareName,
      shareId: shareId(partnerId),
      id: tableId(slug),
    }));
  return pageOf(services, call, "tables", tables, query);
}

function pageOf<Item extends { name: string }>(
  { secrets }: Services,
  call: Call,
  list: string,
  items: Item[],
  { maxResults, pageToken }: ListQuery,
): SharingPage<Item> {
  const binding = { call, list: `sharing ${list}` };
  const last = pageToken === undefined ? "" : String(openCursor(secrets, binding, pageToken));
  const left = items.filter(({ name }) => name > last);
  const page = left.slice(0, Math.min(maxResults ?? pageItemsMax, pageItemsMax));
  if (page.length === left.length) return { items: page };
  return { items: page, nextPageToken: sealCursor(secrets, binding, page.at(-1)?.name ?? last) };
}
