import { ConfigurationError } from "./errors.ts";

export type TargetOptions = {
  /** Else `WIZDATA_API_KEY`, else the key of the CLI's profile, which is sent to the profile's own server only. */
  apiKey?: string | undefined;
  /** A profile of the CLI to use whatever the environment says; else `WIZDATA_PROFILE`, else the CLI's current one. */
  profile?: string | undefined;
  /** Else `WIZDATA_BASE_URL`, else the address of the CLI's profile, else a server on this machine. */
  baseURL?: string | undefined;
};

/** Where calls go, and the key they carry. */
export type Target = { origin: string; apiKey: string; isLoopback: boolean };

const localServer = "http://127.0.0.1:7001";

export function findTarget({ apiKey, profile, baseURL }: TargetOptions): Target {
  const env = profile === undefined ? (globalThis.process?.env ?? {}) : {};
  const found = { key: apiKey ?? env.WIZDATA_API_KEY, base: baseURL ?? env.WIZDATA_BASE_URL };
  const kept = found.key && found.base ? {} : readProfile(profile ?? env.WIZDATA_PROFILE);
  const key = (found.key || kept.api_key)?.trim();
  if (!key)
    throw new ConfigurationError(
      "There is no API key. Give { apiKey }, set WIZDATA_API_KEY, or run: wizdata auth login",
    );
  // Checked here, since the error of a header that cannot be sent would quote the key.
  if (!/^[\x21-\x7e]+$/.test(key)) throw new ConfigurationError("The API key contains characters that no key has.");
  const url = URL.parse(found.base ?? kept.base_url ?? localServer);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new ConfigurationError("baseURL must be an address such as https://data.example.com");
  }
  if (!found.key && kept.base_url && URL.parse(kept.base_url)?.origin !== url.origin)
    throw new ConfigurationError(
      `The key of the CLI's profile is for ${kept.base_url} and is not sent to ${url.origin}. Give { apiKey }, or set WIZDATA_API_KEY.`,
    );
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !isLoopback)
    throw new ConfigurationError(`A key is not sent over plain http: use https://${url.host}`);
  // The contract's paths begin with /api/v1, so an address copied with it is taken too.
  return { apiKey: key, isLoopback, origin: url.origin + url.pathname.replace(/(\/api\/v1)?\/*$/, "") };
}

type Profile = { api_key?: string; base_url?: string };

/** A profile of the CLI, from `$XDG_CONFIG_HOME/wizdata/config.json`. Where there are no files there are no profiles. */
function readProfile(name: string | undefined): Profile {
  const { env, getBuiltinModule } = globalThis.process ?? {};
  const file = `${env?.XDG_CONFIG_HOME || `${env?.HOME ?? env?.USERPROFILE}/.config`}/wizdata/config.json`;
  try {
    const text = getBuiltinModule?.("node:fs").readFileSync(file, "utf8") ?? "{}";
    // The CLI wrote it; what a hand has made of it is found out just below.
    const { current, profiles = {} } = JSON.parse(text) as { current?: string; profiles?: Record<string, Profile> };
    const wanted = name ?? current ?? "default";
    if (Object.hasOwn(profiles, wanted)) return { ...profiles[wanted] };
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw new ConfigurationError(`${file} cannot be read. Run: wizdata auth login`, { cause: error });
  }
  if (name === undefined) return {};
  throw new ConfigurationError(`${file} has no profile ${name}. Run: wizdata auth login`);
}
