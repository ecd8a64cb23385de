import type { Environment } from "./settings/profiles.ts";

/** The environment of this process. What Deno was told to keep from us is as if it were not set. */
export function readEnvironment(): Environment {
  if (process.versions.deno === undefined) return process.env;
  const none: Record<string, string | undefined> = {};
  return new Proxy(none, {
    get(_none, name) {
      try {
        return process.env[String(name)];
      } catch {
        return undefined;
      }
    },
  });
}
