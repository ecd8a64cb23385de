import { afterAll, beforeAll, expect, test } from "vitest";
import { createSecrets } from "../secrets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { isSignedBy, openSigner } from "./keys.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function publicKeys() {
  const answer = await world.fetch("http://wizdata.test/.well-known/wizdata-keys.json");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
  const { keys } = (await answer.json()) as { keys: { kid: string; x: string; retired_at: string | null }[] };
  return keys;
}

test("the first that needs a key makes it, however many ask at once", async () => {
  expect(await publicKeys()).toEqual([]);
  const signers = await Promise.all([1, 2, 3, 4].map(() => openSigner(world.services)));
  expect(signers.map(({ keyId }) => keyId)).toEqual(Array(4).fill("sig_0001"));
  const [{ x = "" } = {}, ...others] = await publicKeys();
  expect(others).toEqual([]);
  const signatures = signers.map((signer) => signer.sign("a day"));
  expect(new Set(signatures).size).toBe(1);
  expect(signatures.map((signature) => isSignedBy(x, "a day", signature))).toEqual(Array(4).fill(true));
  expect(isSignedBy(x, "another day", signatures[0] ?? "")).toBe(false);
});

test("after a rotation another key signs, and what the old one signed stays proven", async () => {
  const old = await openSigner(world.services);
  const rotated = await world.ask("POST", "/ledger/keys/rotate");
  expect(rotated).toMatchObject({ status: 201, body: { kid: "sig_0002", kty: "OKP", crv: "Ed25519" } });
  const signer = await openSigner(world.services);
  expect(signer.keyId).toBe("sig_0002");
  const [first, second] = await publicKeys();
  expect([first?.retired_at, second?.retired_at]).toEqual([rotated.body.created_at, null]);
  expect(isSignedBy(first?.x ?? "", "a day", old.sign("a day"))).toBe(true);
  expect(isSignedBy(second?.x ?? "", "a day", signer.sign("a day"))).toBe(true);
});

test("no private key lies open in the database, and one that no secret opens is replaced", async () => {
  const { db } = world.services.store;
  const [row] = await db.select().from(db.t.signingKeys);
  expect(row?.sealedKey).toMatch(/^[0-9a-f]{8}\.[\w-]{90,}$/);
  // Sealed for one purpose it opens for no other.
  expect(() => world.services.secrets.open("answers", row?.sealedKey ?? "")).toThrow();
  const other = { ...world.services, secrets: createSecrets([Buffer.alloc(32, 7)]) };
  expect((await openSigner(other)).keyId).toBe("sig_0003");
  expect(await publicKeys()).toHaveLength(3);
});

test("a partner cannot rotate it", async () => {
  const { key } = await world.onboard();
  expect((await world.ask("POST", "/ledger/keys/rotate", { key })).body.code).toBe("forbidden");
});
