import { hash } from "node:crypto";
import type { Call } from "../http/call.ts";
import { type Binding, openCursor, sealCursor } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { FormatName } from "../lake/grammar-page.ts";
import type { Position, Query } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import { type Access, type PublishedVersion, versionAsOf, versionOf } from "../subscriptions/access.ts";
import { hourOf } from "../subscriptions/cut.ts";
import { type Sight, seen, sightName, sightOf } from "../subscriptions/sight.ts";
import type { Asked } from "./asked.ts";

/**
 * What a cursor holds: the version it pins, the query it belongs to, and where the page before ended. Under a policy also the hour
 * that its distances in time are counted to, and the name of what was seen.
 */
type Cursor = { version: number; query: string; position: Position; hour?: number; sight?: string };

/** How long a walk may take under a policy that moves with the time. */
const cursorHoursMax = 24;

/** A page as it will be read. */
export type Plan = PublishedVersion & {
  sight: Sight;
  /** Under a policy: the hour its distances in time are counted to. */
  hour: number | undefined;
  query: Query;
  queryHash: string;
  position: Position | null;
  limitRows: number;
  /** What the query names; null leaves it to `Accept`. */
  format: FormatName | null;
  /** Names the page's rows, and with a format and packing its bytes: a version never changes, so neither do they. */
  identity: string;
  /** Names the rows alone, whoever asks for them. */
  rowsKey: string;
};

export async function planPage(services: Services, call: Call, access: Access, asked: Asked): Promise<Plan> {
  const { slug, after } = asked;
  // The service made what it signed.
  const cursor =
    after === null ? undefined : (openCursor(services.secrets, cursorBinding(call, slug), after) as Cursor);
  const hour = access.policy === null ? undefined : (cursor?.hour ?? hourOf(services.clock()));
  const sight = sightOf(services, call, access, hour);
  if (cursor) checkSight(services, cursor, sight);
  const wanted = seen(services, slug, await versionWanted(services, access, asked, cursor), sight);
  // What no policy cuts is there at once.
  const version = wanted instanceof Promise ? await wanted : wanted;
  const parsed = asked.parse(version.definition);
  if ("issues" in parsed) throw invalidRequest(parsed.issues);
  const { query, page, queryHash } = parsed;
  if (cursor && cursor.query !== queryHash)
    throw new Problem("invalid_cursor", {
      detail: "The cursor belongs to another query. Give the same filters, order and columns.",
    });
  const shown = `${version.number}${named(sight)}-${queryHash}-${page.limitRows}`;
  const place = after === null ? "" : `-${hash("sha256", after, "base64url").slice(0, 16)}`;
  const position = cursor?.position ?? null;
  const rowsKey = `${slug} ${shown}${position === null ? "" : ` ${JSON.stringify(position)}`}`;
  const { limitRows, format } = page;
  const identity = `${shown}${place}`;
  return { ...version, sight, hour, query, queryHash, position, limitRows, format, identity, rowsKey };
}

/** A cursor pins the hour and no rights: where the policy is another one by now, its position is none in what is seen. */
export function checkSight({ clock }: Services, cursor: Pick<Cursor, "hour" | "sight">, sight: Sight): void {
  if (cursor.sight === undefined && sight.cut === null) return;
  if (cursor.sight !== sightName(sight))
    throw new Problem("invalid_cursor", {
      detail: "What your license shows of the dataset has changed since. Begin again without the cursor.",
    });
  const moves = sight.cut && (sight.cut.from !== null || sight.cut.to !== null);
  if (moves && cursor.hour !== undefined && cursor.hour < hourOf(clock()) - cursorHoursMax)
    throw new Problem("invalid_cursor", {
      detail: `The cursor is older than ${cursorHoursMax} hours, and what your license shows has moved on. Begin again without it.`,
    });
}

const named = (sight: Sight): string => (sightName(sight) === "" ? "" : `-${sightName(sight)}`);

/** The version that a request names, or its cursor, or else the current one. */
export async function versionWanted(
  services: Services,
  access: Access,
  { slug, version: number, asOf }: Pick<Asked, "slug" | "version" | "asOf">,
  cursor: Cursor | undefined,
): Promise<PublishedVersion> {
  const current = { number: access.version, definition: access.definition, parts: access.parts };
  if (cursor) {
    if (number !== null && number !== String(cursor.version))
      throw new Problem("invalid_cursor", { detail: `The cursor belongs to version ${cursor.version}.` });
    return cursor.version === access.version ? current : versionOf(services, slug, cursor.version, "cursor");
  }
  // What is no number or no time is named by the grammar, with all else that is wrong.
  if (number !== null && /^[1-9]\d{0,15}$/.test(number))
    return Number(number) === access.version ? current : versionOf(services, slug, Number(number));
  const moment = asOf === null ? Number.NaN : Date.parse(asOf);
  return Number.isNaN(moment) ? current : versionAsOf(services, slug, new Date(moment));
}

/** The `next_cursor` of a page that ends at this position. */
export function cursorTo(
  services: Services,
  call: Call,
  slug: string,
  { number, queryHash, sight, hour }: Plan,
  position: Position,
): string {
  const cursor: Cursor = { version: number, query: queryHash, position };
  if (sight.cut !== null) Object.assign(cursor, { hour, sight: sightName(sight) });
  return sealCursor(services.secrets, cursorBinding(call, slug), cursor);
}

/** A position in what one caller sees is none in what another does. */
const cursorBinding = (call: Call, slug: string): Binding => ({
  call,
  list: `data:${slug}${call.principal.mode === "test" ? "-test" : ""}`,
});
