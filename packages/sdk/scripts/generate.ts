// Makes src/generated from openapi/wizdata.json: types, a class per resource, problem codes. The same contract gives the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import type { Contract } from "./contract.ts";
import { contractFile } from "./contract-file.ts";
import { resourcesFile } from "./resources.ts";
import { schemasFile } from "./schemas.ts";

const [given] = process.argv.slice(2);
const source = given ?? new URL("../../../openapi/wizdata.json", import.meta.url);
// Written by our own server, and what is read of it fails loudly where it is missing.
const contract = JSON.parse(readFileSync(source, "utf8")) as Contract;
const folder = new URL("../src/generated/", import.meta.url);

mkdirSync(folder, { recursive: true });
// Without `defaultNonNullable: false` a field with a default could not be left out of a request.
// openapi-typescript declares a looser document than JSON gives.
const types = astToString(
  await openapiTS(contract as unknown as string, { defaultNonNullable: false, alphabetize: true }),
);
const write = (name: string, text: string) => writeFileSync(new URL(name, folder), text);
write("types.ts", types);
write("schemas.ts", schemasFile(contract));
write("resources.ts", resourcesFile(contract));
write("contract.ts", contractFile(contract));
