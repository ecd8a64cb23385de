import type { Definition } from "../datasets/definition.ts";
import { type ParsedQuery, parseQuery } from "../lake/grammar.ts";
import { parsePageBody } from "../lake/grammar-body.ts";
import type { RowQuery } from "../lake/grammar-schemas.ts";
import type { Accepted } from "./forms.ts";

/**
 * A request for rows, before it is known which columns there are. The words that choose a version are read beforehand as they
 * stand, since the columns depend on it.
 */
export type Asked = Accepted & {
  slug: string;
  after: string | null;
  version: string | null;
  asOf: string | null;
  parse(definition: Definition): ParsedQuery;
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

/** What the parameters of a URL ask for. */
export function askedByUrl({ pathname, search }: URL): Words {
  const params = new URLSearchParams(search);
  return {
    after: params.get("after"),
    version: params.get("version"),
    asOf: params.get("as_of"),
    parse: (definition) => parseQuery(definition, params),
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
    parse: (definition) => parsePageBody(definition, body),
    text: JSON.stringify(body),
    linkTo: () => null,
  };
}
