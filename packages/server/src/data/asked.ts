import { hash } from "node:crypto";
import type { Definition } from "../datasets/definition.ts";
import { type ParsedQuery, parseQuery, queryText } from "../lake/grammar.ts";
import { parsePageBody } from "../lake/grammar-body.ts";
import type { RowQuery } from "../lake/grammar-schemas.ts";
import type { Query } from "../lake/lake.ts";
import type { Accepted } from "./forms.ts";
import { SecondTime } from "./second-time.ts";

/** `queryHash` is equal for equal queries, however they were written. */
type HashedQuery =
  | Exclude<ParsedQuery, { query: Query }>
  | (Extract<ParsedQuery, { query: Query }> & { queryHash: string });

/**
 * A request for rows, before it is known which columns there are. The words that choose a version are read beforehand as they
 * stand, since the columns depend on it.
 */
export type Asked = Accepted & {
  slug: string;
  after: string | null;
  version: string | null;
  asOf: string | null;
  parse(definition: Definition): HashedQuery;
  /** A HEAD asks for what the answer would be, without the rows. */
  isHead: boolean;
  ifNoneMatch: string | undefined;
  /** Fires when the caller leaves; made only where somebody listens. */
  hangUp(): AbortSignal;
  /** What is asked, as it was sent. */
  text: string;
  /** The address of a page with this cursor; null where only a body could say which page. */
  linkTo(cursor: string): string | null;
};

type Words = Pick<Asked, "after" | "version" | "asOf" | "parse" | "text" | "linkTo">;

// Longer ones come near to what clients and proxies take as a header.
const linkCharsMax = 2_000;
/** A few kilobytes each, all in all. */
const urlsMax = 2_000;
const urlCharsMax = 500;

const hashed = (parsed: ParsedQuery): HashedQuery =>
  "issues" in parsed
    ? parsed
    : { ...parsed, queryHash: hash("sha256", queryText(parsed.query), "base64url").slice(0, 22) };

const urls = new SecondTime<Words>(urlsMax);

/** What the parameters of a URL ask for. What is asked again need not be read again. */
export function askedByUrl(url: string): Words {
  const known = urls.recall(url);
  if (known) return known;
  const words = readUrl(url);
  if (url.length <= urlCharsMax) urls.offer(url, words);
  return words;
}

function readUrl(url: string): Words {
  const { pathname, search } = new URL(url);
  const params = new URLSearchParams(search);
  // A version never changes, and neither does what the same words mean to it.
  let parsed: { by: Definition; as: HashedQuery } | undefined;
  return {
    after: params.get("after"),
    version: params.get("version"),
    asOf: params.get("as_of"),
    parse(definition) {
      if (parsed?.by !== definition) parsed = { by: definition, as: hashed(parseQuery(definition, params)) };
      return parsed.as;
    },
    text: search.slice(1),
    linkTo(cursor) {
      const others = params.has("after") ? withoutAfter(params) : search;
      const link = `${pathname}${others}${others === "" ? "?" : "&"}after=${cursor}`;
      return link.length <= linkCharsMax ? link : null;
    },
  };
}

function withoutAfter(params: URLSearchParams): string {
  const others = new URLSearchParams(params);
  others.delete("after");
  return others.size === 0 ? "" : `?${others}`;
}

/** The same as JSON. */
export function askedByBody(body: RowQuery): Words {
  return {
    after: body.after ?? null,
    version: body.version === undefined ? null : String(body.version),
    asOf: body.as_of ?? null,
    parse: (definition) => hashed(parsePageBody(definition, body)),
    text: JSON.stringify(body),
    linkTo: () => null,
  };
}
