import type { z } from "@hono/zod-openapi";
import type { App } from "../http/router.ts";

type Declared = { content?: Record<string, { schema?: unknown }> };

/** Fails the test when a response is not one the contract declares, including a field too many at any depth. */
export function createConform(
  api: App,
  prefix: string,
): (method: string, path: string, response: Response) => Promise<void> {
  const routes = api.openAPIRegistry.definitions
    .flatMap((definition) => (definition.type === "route" ? [definition.route] : []))
    .map((route) => ({ route, pattern: new RegExp(`^${prefix}${route.path.replace(/\{[^}]+\}/g, "[^/]+")}$`) }));

  return async (method, path, response) => {
    if (!path.startsWith(prefix)) return;
    const at = `${method} ${path} ${response.status}`;
    const known = routes.filter(({ pattern }) => pattern.test(path));
    const route = known.find(({ route }) => route.method === (method === "HEAD" ? "get" : method.toLowerCase()))?.route;
    if (!route) {
      if (response.status !== 404 && response.status !== 405)
        throw new Error(`${at}: the contract has no such operation`);
      return;
    }
    const declared = route.responses[response.status] as Declared | undefined; // references are not used
    if (!declared)
      throw new Error(`${at}: the contract does not declare this status: ${await response.clone().text()}`);
    const type = response.headers.get("content-type")?.split(";")[0] ?? "";
    if (!declared.content) return;
    const media = declared.content[type];
    if (!media) throw new Error(`${at}: the contract does not declare ${type}`);
    const isPacked = response.headers.has("content-encoding");
    if (!/[/+]json$/.test(type) || isPacked || response.status === 304 || method === "HEAD") return;
    const text = await response.clone().text();
    const body: unknown = JSON.parse(text);
    const parsed = (media.schema as z.ZodType | undefined)?.safeParse(body); // route() takes zod schemas only
    if (parsed && !parsed.success)
      throw new Error(`${at}: ${JSON.stringify(parsed.error.issues)} in ${text.slice(0, 2_000)}`);
    const extra = parsed ? extraPath(body, parsed.data) : undefined;
    if (extra !== undefined) throw new Error(`${at}: the contract does not declare the field ${extra}`);
  };
}

/** Parsing strips what a schema does not name: what is missing afterwards was a field too many. */
function extraPath(body: unknown, parsed: unknown, path = ""): string | undefined {
  if (typeof body !== "object" || body === null || typeof parsed !== "object" || parsed === null) return undefined;
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(parsed, name)) return `${path}${name}`;
    const deeper = extraPath(value, (parsed as Record<string, unknown>)[name], `${path}${name}.`); // an object of a parse
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
