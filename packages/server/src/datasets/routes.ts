import { body, reply, route } from "../http/contract.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { listLicenses, setLicense } from "./licenses.ts";
import { License, LicenseList, LicenseTerms, TierParam } from "./licenses-schemas.ts";
import { Dataset, DatasetChanges, DatasetPage, DatasetQuery, DatasetSchema, NewDataset, SlugParam } from "./schemas.ts";
import { changeDataset, createDataset, listDatasets, retrieveDataset, retrieveSchema } from "./service.ts";
import { setWeights } from "./weights.ts";
import { NewWeights } from "./weights-schemas.ts";

const mayWrite = { who: ["operator"], scope: "datasets:write" } as const;
const mayRead = { who: ["operator", "partner"], scope: "datasets:read" } as const;
const tags = ["datasets"];

const create = route({
  operationId: "datasets.create",
  method: "post",
  path: "/datasets",
  tags,
  policy: mayWrite,
  summary: "Register a dataset",
  description:
    "It is a draft, which partners do not see, until its first version is published. It starts with the four usual licenses.",
  request: { body: body(NewDataset) },
  responses: { 201: reply(Dataset, "The new dataset") },
  problems: ["already_exists"],
});

const list = route({
  operationId: "datasets.list",
  method: "get",
  path: "/datasets",
  tags,
  policy: mayRead,
  summary: "List datasets",
  description:
    "By slug, or, with `q`, those that match it, best first. Partners see published and deprecated datasets, and the retired ones they have had.",
  request: { query: DatasetQuery },
  responses: { 200: reply(DatasetPage, "A page of datasets") },
  problems: ["invalid_cursor"],
});

const retrieve = route({
  operationId: "datasets.retrieve",
  method: "get",
  path: "/datasets/{slug}",
  tags,
  policy: mayRead,
  summary: "Read a dataset",
  description: "With the licence and the attribution of its source. A draft is there for operators only.",
  request: { params: SlugParam },
  responses: { 200: reply(Dataset, "The dataset") },
  problems: ["not_found"],
});

const update = route({
  operationId: "datasets.update",
  method: "patch",
  path: "/datasets/{slug}",
  tags,
  policy: mayWrite,
  summary: "Change a dataset",
  description:
    "Fields that are not given stay as they are. A new definition holds from the next version on, and each version keeps its own. A new price is for new subscriptions.",
  request: { params: SlugParam, body: body(DatasetChanges) },
  responses: { 200: reply(Dataset, "The dataset as it is now") },
  problems: ["not_found"],
});

const schema = route({
  operationId: "datasets.schema",
  method: "get",
  path: "/datasets/{slug}/schema",
  tags,
  policy: mayRead,
  summary: "Read the schema of a dataset",
  description: "Columns with types, units and checks, key, time and rules of the current version.",
  request: { params: SlugParam },
  responses: { 200: reply(DatasetSchema, "The definition of the current version") },
  problems: ["not_found"],
});

const licenses = route({
  operationId: "datasets.licenses",
  method: "get",
  path: "/datasets/{slug}/licenses",
  tags,
  policy: mayRead,
  summary: "Read the licenses of a dataset",
  description: "What each tier allows and costs.",
  request: { params: SlugParam },
  responses: { 200: reply(LicenseList, "All tiers") },
  problems: ["not_found"],
});

const putLicense = route({
  operationId: "datasets.setLicense",
  method: "put",
  path: "/datasets/{slug}/licenses/{tier}",
  tags,
  policy: mayWrite,
  summary: "Set the license of a tier",
  description:
    "Limits and features hold for its subscribers from the next request; the price is for new subscriptions.",
  request: { params: TierParam, body: body(LicenseTerms) },
  responses: { 200: reply(License, "The license as it is now") },
  problems: ["not_found"],
});

const putWeights = route({
  operationId: "datasets.setWeights",
  method: "put",
  path: "/datasets/{slug}/weights",
  tags,
  policy: mayWrite,
  summary: "Set what the operations of a dataset take from the limits",
  description:
    "From the next request on, a call takes so many units of every limit of a day or month: of its license, its plan and its key. What was used, and what an export reserved, stays. Limits of minutes count calls, and prices know no weights.",
  request: { params: SlugParam, body: body(NewWeights) },
  responses: { 200: reply(Dataset, "The dataset as it is now") },
  problems: ["not_found"],
});

export function datasetRoutes(services: Services) {
  return newRouter()
    .openapi(create, async (c) => c.json(await createDataset(services, c.get("call"), c.req.valid("json")), 201))
    .openapi(list, async (c) => c.json(await listDatasets(services, c.get("call"), c.req.valid("query")), 200))
    .openapi(retrieve, async (c) =>
      c.json(await retrieveDataset(services, c.get("call"), c.req.valid("param").slug), 200),
    )
    .openapi(update, async (c) =>
      c.json(await changeDataset(services, c.get("call"), c.req.valid("param").slug, c.req.valid("json")), 200),
    )
    .openapi(schema, async (c) => c.json(await retrieveSchema(services, c.get("call"), c.req.valid("param").slug), 200))
    .openapi(licenses, async (c) => c.json(await listLicenses(services, c.get("call"), c.req.valid("param").slug), 200))
    .openapi(putLicense, async (c) => {
      const { slug, tier } = c.req.valid("param");
      return c.json(await setLicense(services, c.get("call"), slug, tier, c.req.valid("json")), 200);
    })
    .openapi(putWeights, async (c) =>
      c.json(await setWeights(services, c.get("call"), c.req.valid("param").slug, c.req.valid("json")), 200),
    );
}
