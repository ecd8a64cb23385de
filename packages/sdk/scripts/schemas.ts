import { type Contract, handWritten, problemPrefix } from "./contract.ts";

const header = `// Made from openapi/wizdata.json by scripts/generate.ts: change the routes, then run npm run openapi.
import type { components } from "./types.ts";

type Schemas = components["schemas"];
`;

/** A name for each schema of the contract, and the codes of its problems. */
export function schemasFile({ components }: Contract): string {
  const names = Object.keys(components.schemas)
    .filter((name) => !handWritten.schemas.includes(name))
    .sort();
  const problems = names.filter((name) => name.startsWith(problemPrefix));
  const codes = problems.map((name) => name.slice(problemPrefix.length));
  const aliases = names
    .filter((name) => !problems.includes(name))
    .map((name) => `export type ${name} = Schemas["${name}"];`);
  return `${header}
${aliases.join("\n")}

/** The stable code of every problem that the API answers with. */
export const problemCodes = [
${codes.map((code) => `  "${code}",`).join("\n")}
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A problem as RFC 9457 has it; \`code\` tells which. */
export type Problem = Schemas[\`${problemPrefix}\${ProblemCode}\`];

/** One thing wrong in an uploaded file. */
export type Fault = NonNullable<Problem["faults"]>[number];
`;
}
