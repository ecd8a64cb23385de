import { body, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { changedRows } from "./changes.ts";
import { changesByBody, changesByUrl } from "./changes-asked.ts";
import { ChangesPage, ChangesQuery, changesParameters } from "./changes-schemas.ts";
import { respond } from "./respond.ts";
import { accepted, conditions, dataPolicy, forms, ofPages, params, problems, rows, tags } from "./routes.ts";
import { callParameter } from "./schemas.ts";

const policy = { ...dataPolicy, metered: "changes" } as const;
const own = [...problems, "no_row_identity", "versions_incomparable"] as const;
const ends = [...ofPages, "WizData-Sync-Token"];
const about =
  "The last page has a `sync_token` (in each format in `WizData-Sync-Token`): given as `since`, the next answer goes on from there. Rows of other columns are compared by those of the later version; where a type or the key changed nothing can be compared, and the answer is 409 with both schemas.";

const changes = route({
  operationId: "data.changes",
  method: "get",
  path: "/data/{slug}/changes",
  tags,
  policy,
  summary: "List the rows that changed between two versions",
  description: `Rows that were added, changed or removed, each with what became of it in \`_change\`, after the counts in all and by partition. Files that both versions have are not read. ${about} Each page is metered as one call. ${forms}`,
  request: { params },
  parameters: changesParameters,
  responses: {
    200: rows(ChangesPage, "A page of changes", ["ETag", "Link", ...ends]),
    304: { description: "Nothing has changed: the page is the one with this ETag" },
  },
  problems: own,
});

const changesBody = route({
  operationId: "data.changesBody",
  method: "post",
  path: "/data/{slug}/changes",
  tags,
  policy: { ...policy, readsOnly: true },
  summary: "List changed rows by a body",
  description: `The same as JSON, for conditions and tokens too long for a URL. It changes nothing, is metered as changes and needs no Idempotency-Key. ${forms}`,
  request: { params, body: body(ChangesQuery) },
  parameters: [callParameter],
  responses: { 200: rows(ChangesPage, "A page of changes", ends) },
  problems: own,
});

export function changesRoutes(services: Services) {
  return newRouter()
    .openapi(changes, async (c): Promise<Response> => {
      const { slug } = c.req.valid("param");
      const asked = { slug, ...changesByUrl(new URL(c.req.url)), ...accepted(c), ...conditions(c) };
      return respond(c, await changedRows(services, c.get("call"), asked));
    })
    .openapi(changesBody, async (c): Promise<Response> => {
      const { slug } = c.req.valid("param");
      const asked = { slug, ...changesByBody(c.req.valid("json")), ...accepted(c) };
      const answer = changedRows(services, c.get("call"), { ...asked, isHead: false, ifNoneMatch: undefined });
      return respond(c, await answer);
    });
}
