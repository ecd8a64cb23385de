import { hash } from "node:crypto";
import type { Definition } from "../datasets/definition.ts";
import type { Call } from "../http/call.ts";
import { type Binding, openCursor, sealCursor } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { changeColumn, changesDefinition } from "../lake/changes-set.ts";
import { queryText } from "../lake/grammar.ts";
import type { FormatName } from "../lake/grammar-page.ts";
import { rulesOf } from "../lake/grammar-value.ts";
import { type ChangesWanted, type Position, type Query, StatesIncomparable } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import { type Access, type PublishedVersion, versionAsOf } from "../subscriptions/access.ts";
import { hourOf } from "../subscriptions/cut.ts";
import { type Sight, sightName, sightOf, versionSeen } from "../subscriptions/sight.ts";
import type { AskedChanges } from "./changes-asked.ts";
import { checkSight, versionWanted } from "./plan.ts";

/** A state of a dataset, as the holder of a cursor or token saw it. */
type Side = { version: number; sight: Sight };
/**
 * What a cursor holds: the two states it pins, the query it belongs to, and where the page before ended. Of the later state it has
 * the hour and the name of what was seen, since what may be seen is asked for each page.
 */
type Cursor = { since: Side; version: number; hour?: number; sight?: string; query: string; position: Position };

/** A page of changes as it will be read. */
export type ChangesPlan = {
  since: Side & { seen: PublishedVersion };
  to: Side & { seen: PublishedVersion; hour: number | undefined };
  /** Of the rows: those of the later version, after what became of them. */
  definition: Definition;
  query: Query;
  queryHash: string;
  position: Position | null;
  limitRows: number;
  format: FormatName | null;
  /** Two states never change, so neither does what is between them. */
  identity: string;
};

const textHash = (text: string) => hash("sha256", text, "base64url").slice(0, 22);

export async function planChanges(
  services: Services,
  call: Call,
  access: Access,
  asked: AskedChanges,
): Promise<ChangesPlan> {
  const { slug, after } = asked;
  // The service made what it signed.
  const cursor =
    after === null ? undefined : (openCursor(services.secrets, cursorBinding(call, asked), after) as Cursor);
  const hour = access.policy === null ? undefined : (cursor?.hour ?? hourOf(services.clock()));
  const sight = sightOf(services, call, access, hour);
  if (cursor) checkSight(services, cursor, sight);
  const reader = cursor ? "cursor" : "new";
  const version = cursor?.version ?? (await versionWanted(services, access, asked, undefined)).number;
  const since = cursor?.since ?? (await sinceWanted(services, call, asked, sight));
  const seen = await versionSeen(services, slug, version, sight, reader);
  const before =
    since.version === 0
      ? { number: 0, definition: seen.definition, parts: [] }
      : await versionSeen(services, slug, since.version, since.sight, reader);
  const definition = comparable(slug, before, seen);
  const parsed = asked.parse(definition);
  if ("issues" in parsed) throw invalidRequest(parsed.issues);
  const query = withChange(parsed.query);
  const queryHash = textHash(queryText(query));
  if (cursor && cursor.query !== queryHash)
    throw new Problem("invalid_cursor", {
      detail: "The cursor belongs to another query. Give the same filters, order and columns.",
    });
  const { limitRows, format } = parsed.page;
  const identity = `${since.version}-${version}-${textHash(JSON.stringify([since.sight, sight, queryHash, limitRows, after]))}`;
  return {
    since: { ...since, seen: before },
    to: { version, sight, seen, hour },
    ...{ definition, query, queryHash, limitRows, format, identity },
    position: cursor?.position ?? null,
  };
}

/** What is read to find the changes. What was seen and is no longer in this window has expired. */
export function wantedOf({ since, to }: ChangesPlan): ChangesWanted {
  const { cut } = to.sight;
  const window = cut === null ? null : { filters: cut.rows, from: cut.from, to: cut.to };
  return { since: since.seen, to: to.seen, window };
}

async function sinceWanted(services: Services, call: Call, { slug, since }: AskedChanges, sight: Sight): Promise<Side> {
  if (/^(0|[1-9]\d{0,15})$/.test(since)) return { version: Number(since), sight };
  if (/^[\w-]+\.[\w-]+$/.test(since)) return openToken(services, call, slug, since);
  const moment = rulesOf("timestamp").bound(since);
  if (moment === undefined)
    throw invalidRequest([
      { path: "since", message: "must be the number of a version, a time such as 2026-01-31, or a sync_token" },
    ]);
  return { version: (await versionAsOf(services, slug, new Date(moment))).number, sight };
}

/** The columns of the changes, if rows of the one version can be found again in the other. */
function comparable(slug: string, since: PublishedVersion, to: PublishedVersion): Definition {
  if (to.definition.key.length === 0)
    throw new Problem("no_row_identity", {
      detail: `${slug} has no key: which of its rows changed cannot be said. Read a version as a whole.`,
    });
  try {
    return changesDefinition({ since, to });
  } catch (error) {
    throw explainIncomparable(error, since, to);
  }
}

export function explainIncomparable(error: unknown, since: PublishedVersion, to: PublishedVersion): unknown {
  if (!(error instanceof StatesIncomparable)) return error;
  const schemas = [since, to].map(({ number, definition: { key, columns } }) => ({
    version: number,
    key,
    columns: columns.map(({ name, type }) => ({ name, type })),
  }));
  return new Problem("versions_incomparable", {
    detail: `Between version ${since.number} and version ${to.number} ${error.message}. Read version ${to.number} as a whole.`,
    extensions: { schemas },
  });
}

/** A row of changes without what became of it says nothing. */
function withChange(query: Query): Query {
  if (query.columns === null) return query;
  return { ...query, columns: [changeColumn, ...query.columns.filter((name) => name !== changeColumn)] };
}

/** The `next_cursor` of a page that ends at this position; null at the end. */
export function changesCursor(
  services: Services,
  call: Call,
  asked: AskedChanges,
  { since, to, queryHash }: ChangesPlan,
  position: Position | null,
): string | null {
  if (position === null) return null;
  const cursor: Cursor = { since: sideOf(since), version: to.version, query: queryHash, position };
  if (to.sight.cut !== null) Object.assign(cursor, { hour: to.hour, sight: sightName(to.sight) });
  return sealCursor(services.secrets, cursorBinding(call, asked), cursor);
}

const sideOf = ({ version, sight }: Side): Side => ({ version, sight });

/** With other words for where it begins or ends, a cursor would go on in other changes than were asked for. */
const cursorBinding = (call: Call, { slug, since, version, asOf }: AskedChanges): Binding => ({
  call,
  list: `changes:${slug}${call.principal.mode === "test" ? "-test" : ""}`,
  filters: [since, version, asOf],
});

/** Names the state that is reached, for the next time. */
export const syncToken = (services: Services, call: Call, slug: string, to: Side): string =>
  sealCursor(services.secrets, tokenBinding(call, slug), sideOf(to));

function openToken(services: Services, call: Call, slug: string, token: string): Side {
  try {
    // The service made what it signed.
    return openCursor(services.secrets, tokenBinding(call, slug), token) as Side;
  } catch (error) {
    throw new Problem("invalid_cursor", {
      detail: `since is not a sync_token that this partner was given for ${slug}. Begin again with since=0.`,
      cause: error,
    });
  }
}

const tokenBinding = (call: Call, slug: string): Binding => ({ call, list: `sync:${slug}` });
