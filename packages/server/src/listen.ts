import { type Config, ConfigError } from "./config.ts";

/** The app; the second argument is what it may ask of a connection. */
export type Fetch = (request: Request, bindings?: object) => Response | Promise<Response>;

/** A door to the app. What differs between runtimes of JavaScript is behind it. */
export type Listener = {
  port: number;
  /** From now on each answer closes its connection. */
  announceEnd(): void;
  /** Takes no more connections and resolves when all have ended, or have been cut after this time. */
  close(withinMs: number): Promise<void>;
};

export type Listen = (fetch: Fetch, config: Config) => Promise<Listener>;

/** Opens the door of the runtime this process is. */
export async function openListener(fetch: Fetch, config: Config): Promise<Listener> {
  const { listen } = await (process.versions.deno === undefined
    ? import("./listen-node.ts")
    : import("./listen-deno.ts"));
  try {
    return await listen(fetch, config);
  } catch (error) {
    throw asStartFailure(error, config);
  }
}

function asStartFailure(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return new ConfigError([`WIZDATA_PORT: ${host}:${port} is taken; 0 takes a free one`]);
  if (code === "EADDRNOTAVAIL" || code === "EACCES" || code === "ENOTFOUND")
    return new ConfigError([`WIZDATA_HOST: cannot listen on ${host}:${port} (${code})`]);
  return error;
}
