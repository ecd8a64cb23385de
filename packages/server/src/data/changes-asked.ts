import type { Definition } from "../datasets/definition.ts";
import { invalidRequest } from "../http/problem.ts";
import { type ParsedQuery, parseQuery } from "../lake/grammar.ts";
import { parsePageBody } from "../lake/grammar-body.ts";
import { type Asked, askedByBody, askedByUrl } from "./asked.ts";
import type { ChangesQuery } from "./changes-schemas.ts";

/** A request for changes. Where they begin is read before it is known which columns there are, as it stands. */
export type AskedChanges = Omit<Asked, "parse"> & { since: string; parse(definition: Definition): ParsedQuery };
type Words = Pick<AskedChanges, "since" | "after" | "version" | "asOf" | "parse" | "text" | "linkTo">;

/** What the parameters of a URL ask for. */
export function changesByUrl(url: URL): Words {
  const params = new URLSearchParams(url.search);
  const [since, ...more] = params.getAll("since");
  if (since === undefined || since === "")
    throw invalidRequest([
      { path: "since", message: "is missing: the version, the moment or the sync_token that the changes begin from" },
    ]);
  if (more.length > 0) throw invalidRequest([{ path: "since", message: "is given twice" }]);
  params.delete("since");
  return { ...askedByUrl(url.href), since, parse: (definition) => parseQuery(definition, params) };
}

/** The same as JSON. */
export function changesByBody({ since, ...body }: ChangesQuery): Words {
  const words = askedByBody(body);
  const text = JSON.stringify({ since, ...body });
  return { ...words, since: String(since), text, parse: (definition) => parsePageBody(definition, body) };
}
