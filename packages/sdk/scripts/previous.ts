// Writes test/previous/program.ts, which holds every later change to the contract of this release. Run once a release, and commit the result.
import { readFileSync, writeFileSync } from "node:fs";
import { version } from "../src/core/version.ts";
import type { Contract } from "./contract.ts";
import { previousProgram } from "./previous-program.ts";

// Written by our own server.
const contract = JSON.parse(
  readFileSync(new URL("../../../openapi/wizdata.json", import.meta.url), "utf8"),
) as Contract;
writeFileSync(new URL("../test/previous/program.ts", import.meta.url), previousProgram(contract, version));
