import { ConfigurationError } from "./errors.ts";

export type TargetOptions = { apiKey?: string | undefined; profile?: string | undefined; baseURL?: string | undefined };

/** Where calls go, and the key they carry. */
export type Target = { origin: string; apiKey: string; isLoopback: boolean };

const localServer = "http://127.0.0.1:7001";

/** What was given in code, else the environment, else the CLI's profile. A profile named in code wins over the environment. */
export function findTarget(options: TargetOptions): Target {
  const env = globalThis.process?.env ?? {};
  const fromEnv = { apiKey: env.WIZDATA_API_KEY, baseURL: env.WIZDATA_BASE_URL };
  const fromProfile = () => readProfile(options.profile ?? env.WIZDATA_PROFILE, options.profile !== undefined);
  const isComplete =
    options.profile === undefined && (options.apiKey ?? fromEnv.apiKey) && (options.baseURL ?? fromEnv.baseURL);
  const profile = isComplete ? {} : fromProfile();
  const [second, third] = options.profile === undefined ? [fromEnv, profile] : [profile, fromEnv];
  const apiKey = (options.apiKey ?? (second.apiKey || third.apiKey))?.trim();
  if (!apiKey)
    throw new ConfigurationError(
      "There is no API key. Give { apiKey }, set WIZDATA_API_KEY, or run: wizdata auth login",
    );
  // Checked here, since the error of a header that cannot be sent would quote the key.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) throw new ConfigurationError("The API key contains characters that no key has.");
  return { apiKey, ...parseBase(options.baseURL ?? (second.baseURL || third.baseURL || localServer)) };
}

function parseBase(baseURL: string): { origin: string; isLoopback: boolean } {
  const url = URL.parse(baseURL);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new ConfigurationError("baseURL must be an address such as https://data.example.com");
  }
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !isLoopback)
    throw new ConfigurationError(`A key is not sent over plain http: use https://${url.host}`);
  // The contract's paths begin with /api/v1, so an address copied with it is taken too.
  return { origin: url.origin + url.pathname.replace(/(\/api\/v1)?\/*$/, ""), isLoopback };
}

/** The CLI's profiles: `$XDG_CONFIG_HOME/wizdata/config.json`. Where there are no files there are no profiles. */
function readProfile(
  name: string | undefined,
  isRequired: boolean,
): { apiKey?: string | undefined; baseURL?: string | undefined } {
  const process = globalThis.process;
  const fs = process?.getBuiltinModule?.("node:fs");
  const home = process?.env.XDG_CONFIG_HOME || `${process?.env.HOME ?? process?.env.USERPROFILE}/.config`;
  const file = `${home}/wizdata/config.json`;
  let config: unknown;
  try {
    config = JSON.parse(fs?.readFileSync(file, "utf8") ?? "{}");
  } catch (error) {
    if (error instanceof SyntaxError) throw new ConfigurationError(`${file} is not JSON. Run: wizdata auth login`);
    config = {};
  }
  const wanted = name ?? member(config, "current");
  const profile = typeof wanted === "string" ? member(member(config, "profiles"), wanted) : undefined;
  if (profile === undefined && (isRequired || name))
    throw new ConfigurationError(`${file} has no profile ${name}. Run: wizdata auth login`);
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return { apiKey: text(member(profile, "api_key")), baseURL: text(member(profile, "base_url")) };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
