import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiRoutes } from "../app.ts";
import { contractOf } from "../docs/contract.ts";
import { partnerScopes, type Scope, scopeNames } from "../scopes.ts";
import type { Services } from "../services.ts";
import { missing, type Owner, samples } from "./samples.ts";
import { openWorld, type World } from "./world.ts";

type Operation = {
  operationId: string;
  method: string;
  path: string;
  who: string[];
  scope: Scope | undefined;
  readsOnly: boolean;
};
type Documented = {
  operationId: string;
  "x-wizdata-who": string[];
  "x-wizdata-scope"?: Scope;
  "x-wizdata-reads-only"?: true;
};

// Nothing is asked of the services while routes describe themselves.
const operations: Operation[] = Object.entries(contractOf(apiRoutes({} as Services)).paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Documented>).map(
    (
      [method, operation], // the document's own shape
    ) => ({
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      who: operation["x-wizdata-who"],
      scope: operation["x-wizdata-scope"],
      readsOnly: method === "get" || operation["x-wizdata-reads-only"] === true,
    }),
  ),
);
const mutating = operations.filter(({ readsOnly }) => !readsOnly);

let world: World;
let own: Owner;
let foreign: Owner;
let keys: { none: null; operator: string; operatorWithoutScope: string; partnerWithoutScope: string };

beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_UNMETERED_CALLS_PER_MINUTE: "100000" } });
  const partner = { self_service: { subscriptions: "change" } };
  own = await world.onboard({ partner, key: { scopes: partnerScopes } });
  foreign = await world.onboard({ partner, key: { scopes: partnerScopes } });
  const operatorKey = await world.ask("POST", "/operator-keys", { body: { name: "no scope", scopes: [] } });
  const partnerKey = await world.ask("POST", `/partners/${own.id}/keys`, { body: { name: "no scope", scopes: [] } });
  keys = {
    none: null,
    operator: world.operatorKey,
    operatorWithoutScope: operatorKey.body.secret,
    partnerWithoutScope: partnerKey.body.secret,
  };
}, 180_000);
afterAll(() => world.close());

const call = async ({ operationId, method }: Operation, owner: Owner, key: string | null) => {
  const make = samples[operationId];
  if (!make) throw new Error(`testing/samples.ts has no sample for ${operationId}`);
  const { path, ...ask } = await make(world, owner);
  return { path, ask, answer: await world.ask(method, path, { ...ask, key }) };
};

test("every operation has a sample, and every sample an operation", () => {
  expect(Object.keys(samples).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
});

test("every scope opens something", () => {
  expect(new Set(operations.flatMap(({ scope }) => scope ?? [])).size).toBeGreaterThanOrEqual(scopeNames.length - 1);
});

describe.each(operations)("$operationId", (operation) => {
  const { method, who, scope } = operation;
  const forPartners = who.includes("partner");
  const forOperators = who.includes("operator");

  test("without a key it is refused", async () => {
    expect((await call(operation, own, keys.none)).answer.body.code).toBe("unauthenticated");
  });

  test("who it is not for is refused, and so is a key without its scope", async () => {
    const asOperator = (await call(operation, own, keys.operatorWithoutScope)).answer;
    const asPartner = (await call(operation, own, keys.partnerWithoutScope)).answer;
    if (!forOperators) expect(asOperator.body.code).toBe("forbidden");
    else if (scope) expect(asOperator.body).toMatchObject({ code: "insufficient_scope", required_scope: scope });
    else expect(asOperator.status).toBe(200);
    if (!forPartners) expect(asPartner.body.code).toBe("forbidden");
    else if (scope) expect(asPartner.body).toMatchObject({ code: "insufficient_scope", required_scope: scope });
    else expect(asPartner.status).toBe(200);
  });

  test("who may, can", async () => {
    for (const key of [...(forOperators ? [keys.operator] : []), ...(forPartners ? [own.key] : [])]) {
      const { status, headers } = (await call(operation, own, key)).answer;
      expect(status).toBeLessThan(300);
      expect(Object.fromEntries(headers)).toMatchObject({
        "request-id": expect.stringMatching(/^req_/),
        "x-content-type-options": "nosniff",
        "cache-control": expect.stringMatching(/no-store|private, no-cache/),
      });
    }
  });

  test("what is another partner's looks exactly like what does not exist", async () => {
    if (!forPartners) return expect((await call(operation, foreign, own.key)).answer.body.code).toBe("forbidden");
    const make = samples[operation.operationId];
    const { path, ...ask } = (await make?.(world, foreign)) ?? { path: "" };
    const id = /(par|key|sub|exp|use|acc)_[0-9a-z]{26}/.exec(path);
    if (!id) return expect(path).not.toContain("_0");
    const headers = { ...ask.headers, "request-id": "same" };
    const foreignAnswer = await world.ask(method, path, { ...ask, headers, key: own.key });
    const missingAnswer = await world.ask(method, path.replace(id[0], missing(id[1] ?? "")), {
      ...ask,
      headers,
      key: own.key,
    });
    expect(foreignAnswer.status).toBe(404);
    expect(foreignAnswer.body).toEqual(missingAnswer.body);
    const plain = (answer: Headers) => Object.fromEntries([...answer].filter(([name]) => name !== "date"));
    expect(plain(foreignAnswer.headers)).toEqual(plain(missingAnswer.headers));
  });
});

describe.each(mutating)("$operationId", (operation) => {
  test("leaves exactly one audit entry and its event, in the same commit, and none when it is refused", async () => {
    const { db } = world.services.store;
    const by = operation.who.includes("operator") ? keys.operator : own.key;
    const make = samples[operation.operationId];
    const { path, ...ask } = (await make?.(world, own)) ?? { path: "" };
    const eventsBefore = await db.select().from(db.t.events);
    const answer = await world.ask(operation.method, path, { ...ask, key: by });
    expect(answer.status).toBeLessThan(300);
    const request = answer.headers.get("request-id");
    // What a job does later for this request is recorded as the platform's own doing.
    const [entry, ...more] = (await db.select().from(db.t.audit)).filter(
      ({ requestId, actor }) => requestId === request && actor !== "system",
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actor: expect.stringMatching(/^key_/),
      action: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/),
      target: expect.any(String),
    });
    const known = new Set(eventsBefore.map(({ id }) => id));
    const events = (await db.select().from(db.t.events)).filter(
      ({ id, type }) => !known.has(id) && type === entry?.action,
    );
    expect(events).toHaveLength(1);

    const refused = await call(operation, own, keys.none);
    expect(
      (await db.select().from(db.t.audit)).filter(
        ({ requestId }) => requestId === refused.answer.headers.get("request-id"),
      ),
    ).toEqual([]);
  });
});
