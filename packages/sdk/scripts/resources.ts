import { type Contract, type Endpoint, endpointsOf, problemCodes, upper } from "./contract.ts";
import { methodOf } from "./methods.ts";

const header = `// Made from openapi/wizdata.json by scripts/generate.ts: change the routes, then run npm run openapi.
import type { Paged } from "../core/pages.ts";
import { path } from "../core/query-string.ts";
import type { CallOptions, Transport } from "../core/transport.ts";
import type { Upload } from "../core/upload.ts";
`;

const base = `
class Resource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }
}
`;

/** One class per resource with a method per operation, and a class that has one of each. */
export function resourcesFile(contract: Contract): string {
  const endpoints = endpointsOf(contract);
  const shared = sharedProblems(endpoints);
  const methods = endpoints.map((endpoint) => ({
    resource: endpoint.resource,
    ...methodOf(contract, endpoint, shared),
  }));
  const resources = Map.groupBy(methods, ({ resource }) => resource);
  const schemas = [...new Set(methods.flatMap(({ schemas }) => schemas))].sort();
  return [
    header,
    `import type { ${schemas.join(", ")} } from "./schemas.ts";\nimport type { operations } from "./types.ts";\n`,
    base,
    ...methods.flatMap(({ declaration }) => (declaration === undefined ? [] : `\n${declaration}\n`)),
    ...[...resources].map(([resource, group]) =>
      resourceClass(
        resource,
        group.map(({ text }) => text),
        shared,
      ),
    ),
    clientClass([...resources.keys()]),
  ].join("");
}

function resourceClass(resource: string, methods: string[], shared: string[]): string {
  return `
/** \`wizdata.${resource}\`. Every method may also throw: ${shared.join(", ")}. */
export class ${upper(resource)}Resource extends Resource {
${methods.join("\n\n")}
}
`;
}

function clientClass(resources: string[]): string {
  const fields = resources.map((resource) => `  readonly ${resource}: ${upper(resource)}Resource;`);
  const made = resources.map((resource) => `    this.${resource} = new ${upper(resource)}Resource(transport);`);
  return `
/** Every resource of the contract. */
export class Resources {
${fields.join("\n")}

  constructor(transport: Transport) {
${made.join("\n")}
  }
}
`;
}

/** Said once a class and not once a method. */
function sharedProblems(endpoints: Endpoint[]): string[] {
  const guarded = endpoints.filter((endpoint) => endpoint["x-wizdata-who"]?.[0] !== "anyone");
  const [first, ...others] = guarded.map(problemCodes);
  return (first ?? []).filter((code) => others.every((codes) => codes.includes(code)));
}
