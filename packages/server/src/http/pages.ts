import { timingSafeEqual } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { Secrets } from "../secrets.ts";
import type { Call } from "./call.ts";
import { Problem } from "./problem.ts";

const pageItemsDefault = 50;
const pageItemsMax = 200;

/** Whole numbers as a query writes them; `0x10`, ` 1` and `1e2` are not. */
export const queryInt = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, "a whole number")
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum));

export const PageQuery = {
  limit: queryInt(1, pageItemsMax).default(pageItemsDefault).openapi({
    type: "integer",
    minimum: 1,
    maximum: pageItemsMax,
    default: pageItemsDefault,
    description: "How many to answer with at most.",
  }),
  after: z.string().max(2_000).optional().openapi({ description: "The `next_cursor` of the page before." }),
};

export const pageOf = <Item extends z.ZodType>(item: Item, name: string) =>
  z
    .object({
      data: z.array(item),
      has_more: z.boolean(),
      next_cursor: z
        .string()
        .nullable()
        .openapi({ description: "Give it as `after` for the next page; null on the last." }),
    })
    .openapi(name);

export type Page<T> = { data: T[]; has_more: boolean; next_cursor: string | null };

/** What a cursor is good for: one list with one set of filters, for one partner or the operator. */
export type Binding = { call: Call; list: string; filters?: unknown };

/** Opaque and signed, so that a cursor can neither be made up nor used on another list or by another tenant. */
export function sealCursor(secrets: Secrets, binding: Binding, position: unknown): string {
  const payload = Buffer.from(JSON.stringify(position)).toString("base64url");
  const [mac] = secrets.sign("cursor", bound(binding, payload));
  return `${payload}.${mac?.toString("base64url")}`;
}

export function openCursor(secrets: Secrets, binding: Binding, cursor: string): unknown {
  const [payload = "", mac = ""] = cursor.split(".");
  const given = Buffer.from(mac);
  // Compared as the text received: base64url decoding would accept several spellings.
  const genuine = secrets.sign("cursor", bound(binding, payload)).some((expected) => {
    const text = Buffer.from(expected.toString("base64url"));
    return text.length === given.length && timingSafeEqual(text, given);
  });
  if (!genuine)
    throw new Problem("invalid_cursor", { detail: "Give the next_cursor of the page before, with the same filters." });
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
}

const bound = ({ call, list, filters }: Binding, payload: string) =>
  JSON.stringify([call.principal.partnerId, list, filters ?? null, payload]);

/** A page of rows in order of a text id: `read` gets where to go on and how many to read, one more than the page shows. */
export async function pageById<Row, Item>(
  secrets: Secrets,
  binding: Binding,
  query: { limit: number; after?: string | undefined },
  read: (after: string | undefined, limit: number) => Promise<Row[]>,
  idOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  const after = query.after === undefined ? undefined : String(openCursor(secrets, binding, query.after));
  const rows = await read(after, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return {
    data: shown.map(toItem),
    has_more: hasMore,
    next_cursor: hasMore ? sealCursor(secrets, binding, idOf(last)) : null,
  };
}
