import type { App } from "./router.ts";

/** Which methods a path answers to, so that a wrong one gets a 405 and not a 404. Read from the routes themselves, once. */
export function allowedMethods(app: App): (path: string) => string[] {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  for (const { path, method } of app.routes) {
    if (method === "ALL") continue;
    const entry = routes.get(path) ?? {
      pattern: new RegExp(`^${path.replace(/:\w+(?:\{[^}]*\})?/g, "[^/]+")}$`),
      methods: new Set<string>(),
    };
    entry.methods.add(method);
    if (method === "GET") entry.methods.add("HEAD");
    routes.set(path, entry);
  }
  return (path) =>
    [
      ...new Set(
        [...routes.values()].filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]),
      ),
    ].sort();
}
