import type { App } from "../http/router.ts";
import { scopes } from "../scopes.ts";

const description = `The API of a WizData platform: catalog, partners, keys, subscriptions, queries, exports and usage.

**Keys.** Send \`Authorization: Bearer wz_live_…\` or \`X-API-Key\`. A partner's key sees its own company only, an operator's key all of them.

**Errors** are [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problems with a stable \`code\`.

**Lists** answer with \`data\`, \`has_more\` and \`next_cursor\`; give the cursor as \`after\`.

**Retries.** Every POST takes an \`Idempotency-Key\`: the same key and body give the stored answer for 72 hours.

**Scopes.**
${Object.entries(scopes)
  .map(([scope, meaning]) => `- \`${scope}\`: ${meaning}`)
  .join("\n")}
`;

/** The OpenAPI 3.1 document of the routes. Nothing of it is written by hand but this frame. */
export function contractOf(api: App) {
  const registered = api.openAPIRegistry.definitions.some((definition) => definition.type === "component");
  if (!registered) {
    api.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
      type: "http",
      scheme: "bearer",
      description: "An API key.",
    });
    api.openAPIRegistry.registerComponent("securitySchemes", "header", {
      type: "apiKey",
      in: "header",
      name: "X-API-Key",
      description: "An API key.",
    });
  }
  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "WizData",
      version: "1.0.0",
      description,
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/", description: "This platform" }],
    tags: [],
  });
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, item]) => [`/api/v1${path}`, item]),
  );
  return withPlainPatterns({ ...document, paths });
}

/** The generator writes an expression with a flag as `…/u`. JSON Schema knows no flags, and reads every pattern as Unicode. */
function withPlainPatterns<Document>(document: Document): Document {
  const plain = (name: string, value: unknown) =>
    name === "pattern" && typeof value === "string" ? value.replace(/\/u$/, "") : value;
  // The same document but for these texts.
  return JSON.parse(JSON.stringify(document, plain)) as Document;
}
