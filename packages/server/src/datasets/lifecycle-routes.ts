import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { deprecateDataset, restoreDataset, retireDataset } from "./lifecycle.ts";
import { NewDeprecation, Retirement } from "./lifecycle-schemas.ts";
import { Dataset, SlugParam } from "./schemas.ts";

const mayWrite = { who: ["operator"], scope: "datasets:write" } as const;
const tags = ["datasets"];

const deprecate = route({
  operationId: "datasets.deprecate",
  method: "post",
  path: "/datasets/{slug}/deprecate",
  tags,
  policy: mayWrite,
  summary: "Deprecate a dataset",
  description:
    "Announces its end. It is served as ever, and each answer about it carries `Deprecation`, `Sunset`, a link to the successor and `WizData-Notice`. New subscriptions are refused. Deprecating again replaces date, successor and note.",
  request: { params: SlugParam, body: body(NewDeprecation) },
  responses: { 200: reply(Dataset, "The deprecated dataset") },
  problems: ["not_found", "transition_not_allowed"],
});

const retire = route({
  operationId: "datasets.retire",
  method: "post",
  path: "/datasets/{slug}/retire",
  tags,
  policy: mayWrite,
  summary: "Retire a dataset",
  description:
    "From the next request on its rows and new exports are 410 `dataset_retired`. Exports that are ready stay, and so do subscriptions, which give nothing until the dataset is restored or they are canceled. Before the announced end it takes `early`.",
  request: { params: SlugParam, body: body(Retirement) },
  responses: { 200: reply(Dataset, "The retired dataset") },
  problems: ["not_found", "transition_not_allowed"],
});

const restore = route({
  operationId: "datasets.restore",
  method: "post",
  path: "/datasets/{slug}/restore",
  tags,
  policy: mayWrite,
  summary: "Restore a dataset",
  description: "A deprecated or retired dataset is published again, with all its versions and subscriptions.",
  request: { params: SlugParam },
  responses: { 200: reply(Dataset, "The published dataset") },
  problems: ["not_found", "transition_not_allowed"],
});

export function lifecycleRoutes(services: Services) {
  return newRouter()
    .openapi(deprecate, async (c) =>
      c.json(await deprecateDataset(services, c.get("call"), c.req.valid("param").slug, c.req.valid("json")), 200),
    )
    .openapi(retire, async (c) =>
      c.json(await retireDataset(services, c.get("call"), c.req.valid("param").slug, c.req.valid("json")), 200),
    )
    .openapi(restore, async (c) =>
      c.json(await restoreDataset(services, c.get("call"), c.req.valid("param").slug), 200),
    );
}
