import { Failure, usageFailure } from "../failures.ts";
import { checkBaseUrl, defaultBaseUrl } from "./base-url.ts";
import { type Environment, findProfile, profileName, profilesFile, readProfiles } from "./profiles.ts";

/** Where requests go and who makes them, and where each of both was found. */
export type Connection = {
  profile: string;
  baseUrl: string;
  apiKey: string | undefined;
  apiKeyFrom: string | undefined;
};

/** A profile named on the command line beats the environment, and the environment beats the current profile. */
export async function findConnection(env: Environment, profileFlag: string | undefined): Promise<Connection> {
  const saved = await readProfiles(env);
  const asked = profileFlag ?? (env.WIZDATA_PROFILE || undefined);
  const name = checkProfileName(asked ?? saved.current);
  const profile = findProfile(saved, name);
  const fromEnv =
    profileFlag === undefined
      ? { key: env.WIZDATA_API_KEY?.trim() || undefined, url: env.WIZDATA_BASE_URL || undefined }
      : {};
  if (asked !== undefined && !profile && !fromEnv.key) {
    throw new Failure("configuration", "no_such_profile", `There is no profile ${name}.`, {
      next: [`wizdata auth login --profile ${name}`],
    });
  }
  const baseUrl = fromEnv.url
    ? checkBaseUrl(fromEnv.url, "WIZDATA_BASE_URL")
    : checkBaseUrl(profile?.base_url ?? defaultBaseUrl, `Profile ${name}`);
  const apiKey = fromEnv.key ?? profile?.api_key;
  const apiKeyFrom = fromEnv.key ? "WIZDATA_API_KEY" : profile?.api_key ? profilesFile(env) : undefined;
  return { profile: name, baseUrl, apiKey, apiKeyFrom };
}

export function checkProfileName(name: string): string {
  if (!profileName.test(name))
    throw usageFailure(
      "A profile's name is letters, digits, dots, dashes and underscores, and begins with a letter or digit.",
    );
  return name;
}

export function requireKey({ apiKey, profile }: Connection): string {
  if (apiKey) return apiKey;
  throw new Failure("unauthenticated", "not_logged_in", "Nobody is logged in.", {
    hint: "Log in, or set WIZDATA_API_KEY.",
    next: [profile === "default" ? "wizdata auth login" : `wizdata auth login --profile ${profile}`],
  });
}
