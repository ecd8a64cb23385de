import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Contract, Schema } from "../../scripts/contract.ts";
import { previousProgram } from "../../scripts/previous-program.ts";
import { compileProgram } from "../../src/testing/compile.ts";

async function readContract(): Promise<Contract> {
  // Written by our own server.
  return JSON.parse(await readFile(new URL("../../../../openapi/wizdata.json", import.meta.url), "utf8")) as Contract;
}

/** A shape of the contract with these fields beside its own, or instead of them. */
function change(contract: Contract, shape: string, properties: Record<string, Schema>, required: string[]): void {
  const schema = contract.components.schemas[shape];
  if (!schema?.properties) throw new Error(`There is no object ${shape}`);
  Object.assign(schema.properties, properties);
  schema.required = [...(schema.required ?? []).filter((name) => !(name in properties)), ...required];
}

test("programs written against today's contract compile with today's package", async () => {
  expect(await compileProgram(previousProgram(await readContract(), "today"))).toBe("");
});

test("each way to break a program of yesterday is told by the compiler", async () => {
  const yesterday = await readContract();
  const text = { type: "string" };
  change(yesterday, "Dataset", { lost_field: text }, ["lost_field"]);
  change(yesterday, "Key", { name: { type: "integer" } }, ["name"]);
  change(yesterday, "NewKey", { lost_option: text }, []);
  change(yesterday, "NewPartner", { company: text }, []);
  const said = await compileProgram(previousProgram(yesterday, "yesterday"));
  expect(said).toContain("lost_field");
  expect(said).toMatch(/'name' are incompatible|Type 'string' is not assignable to type 'number'/);
  expect(said).toContain("'lost_option' does not exist in type");
  expect(said).toMatch(/'company' is optional in type/);
});
