import type { Fetch } from "@wizdata/sdk";
import type { JsonSchema, OperationId } from "@wizdata/sdk/contract";
import { usageFailure } from "./failures.ts";
import { hideSecrets } from "./output/escape.ts";
import type { SchemaFault } from "./output/validate.ts";
import { plain, type View } from "./output/view.ts";

/** The request that would have been sent. `body` is its JSON; of anything else only the type is told. */
export type HeldRequest = {
  method: string;
  path: string;
  operation: OperationId | null;
  content_type: string | null;
  body: unknown;
};
export type DryRunReport = { dry_run: true; request: HeldRequest };

/** Lets through what only reads, and holds back the first request that would change something. */
export class DryRun {
  readonly #network: Fetch;
  #held: Request | undefined;

  constructor(network: Fetch) {
    this.#network = network;
  }

  readonly fetch: Fetch = (request) => {
    if (request.method === "GET" || request.method === "HEAD") return this.#network(request);
    this.#held ??= request;
    throw new Error("A dry run sends nothing that changes something.");
  };

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** @throws Failure where the contract already says that the server would refuse it. */
  async report(): Promise<DryRunReport> {
    if (!this.#held) throw new Error("Nothing was held back.");
    const { operations } = await import("@wizdata/sdk/contract");
    const request = await heldRequest(this.#held, operations);
    // A file that is sent as it is has no schema to be held against.
    const schema = isJson(request.content_type) ? request.operation && operations[request.operation].body : null;
    const faults = schema ? await faultsIn(schema, request.body) : [];
    if (faults.length > 0)
      throw usageFailure(`${request.method} ${request.path} would be refused.`, {
        details: { request, errors: faults },
      });
    return { dry_run: true, request };
  }
}

async function faultsIn(schema: JsonSchema, body: unknown): Promise<SchemaFault[]> {
  const { faultsOf } = await import("./output/validate.ts");
  return faultsOf(schema, body ?? {});
}

type Operations = typeof import("@wizdata/sdk/contract").operations;

async function heldRequest(request: Request, operations: Operations): Promise<HeldRequest> {
  const { pathname, search } = new URL(request.url);
  const contentType = request.headers.get("content-type");
  const text = isJson(contentType) ? hideSecrets(await request.text()) : "";
  return {
    method: request.method,
    path: pathname + search,
    operation: operationAt(request.method, pathname, operations),
    content_type: contentType,
    body: parsed(text),
  };
}

/** What has no body at all is held against the schema too, for it may lack something. */
const isJson = (contentType: string | null) => contentType === null || contentType.startsWith("application/json");

/** A body that is no JSON is shown as it is: the server would say so. */
function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function operationAt(method: string, pathname: string, operations: Operations): OperationId | null {
  const parts = pathname.slice(Math.max(0, pathname.indexOf("/api/"))).split("/");
  const found = Object.entries(operations).find(([, operation]) => {
    const template = operation.path.split("/");
    return (
      operation.method === method &&
      template.length === parts.length &&
      template.every((part, at) => part.startsWith("{") || part === parts[at])
    );
  });
  // The keys of the table are its type's keys.
  return (found?.[0] as OperationId | undefined) ?? null;
}

export function dryRunView({ request: { method, path, content_type: type, body } }: DryRunReport): View {
  const shown = body === null ? (type ? `(${type})` : "(no body)") : JSON.stringify(body, null, 2);
  return plain(`${method} ${path}\n${shown}`, [
    "Nothing was sent. The request has the form of the contract; only the server knows whether what it names is there and allows it.",
  ]);
}
