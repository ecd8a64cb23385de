import { expect, test } from "vitest";
import { AuthenticationError, ConflictError, NotFoundError, PermissionDeniedError, ValidationError } from "./index.ts";
import { open } from "./testing/world.ts";

test("a partner is onboarded, and its key sees its own company and no other", async () => {
  const { operator, client } = await open();
  const partner = await operator.partners.create({ company: "Baobab Capital", email: "data@baobab.example" });
  const other = await operator.partners.create({ company: "Acacia Funds", email: "data@acacia.example" });
  const key = await operator.keys.create(partner.id, { name: "nightly pull" });
  const own = client(key.secret);
  expect(await own.me.retrieve()).toMatchObject({ partner: { id: partner.id } });
  expect((await Array.fromAsync(own.partners.list())).map(({ id }) => id)).toEqual([partner.id]);
  await expect(own.partners.retrieve(other.id)).rejects.toBeInstanceOf(NotFoundError);
  await expect(own.partners.suspend(partner.id)).rejects.toBeInstanceOf(PermissionDeniedError);
});

test("lists are iterated over all their pages", async () => {
  const { operator, clock } = await open();
  const made = [];
  for (let number = 0; number < 5; number++) {
    // Oldest first, and the clock of a world stands still until told.
    clock.advance(1);
    made.push(await operator.partners.create({ company: `Partner ${number}`, email: `data@partner${number}.example` }));
  }
  expect((await operator.partners.list({ limit: 2 })).data).toHaveLength(2);
  expect(await Array.fromAsync(operator.partners.list({ limit: 2 }))).toEqual(made);
});

test("a POST that is repeated with its idempotency key has one effect", async () => {
  const { operator } = await open();
  const body = { company: "Baobab Capital", email: "data@baobab.example" };
  const first = await operator.partners.create(body, { idempotencyKey: "onboard-baobab" });
  expect(await operator.partners.create(body, { idempotencyKey: "onboard-baobab" })).toEqual(first);
  await expect(operator.partners.create(body)).rejects.toBeInstanceOf(ConflictError);
  await expect(
    operator.partners.create({ ...body, company: "Other" }, { idempotencyKey: "onboard-baobab" }),
  ).rejects.toMatchObject({ code: "idempotency_key_reused" });
});

test("a refused request says which field is wrong", async () => {
  const { operator } = await open();
  const error = await operator.partners.create({ company: "", email: "no address" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ code: "invalid_request", issues: [{ path: "company" }, { path: "email" }] });
});

test("both keys of a rotation work in its overlap, and the old one ends with it", async () => {
  const { operator, client, clock } = await open();
  const partner = await operator.partners.create({ company: "Baobab Capital", email: "data@baobab.example" });
  const old = await operator.keys.create(partner.id, { name: "nightly pull" });
  const fresh = await operator.keys.rotate(old.id, { overlap_seconds: 60 });
  for (const { secret } of [old, fresh])
    expect(await client(secret).me.retrieve()).toMatchObject({ partner: { id: partner.id } });
  clock.advance(60_000);
  expect(await client(fresh.secret).me.retrieve()).toMatchObject({ key: { id: fresh.id } });
  await expect(client(old.secret).me.retrieve()).rejects.toBeInstanceOf(AuthenticationError);
});

test("what is done without a body needs none", async () => {
  const { operator } = await open();
  const partner = await operator.partners.create({ company: "Baobab Capital", email: "data@baobab.example" });
  expect(await operator.partners.suspend(partner.id)).toMatchObject({ status: "suspended" });
  expect(await operator.partners.reactivate(partner.id)).toMatchObject({ status: "active" });
});
