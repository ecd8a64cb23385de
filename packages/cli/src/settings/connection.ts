import { Failure, usageFailure } from "../failures.ts";
import { checkBaseUrl, defaultBaseUrl } from "./base-url.ts";
import { type Environment, findProfile, profileName, profilesFile, readProfiles } from "./profiles.ts";

/** Where requests go and who makes them, and where each of both was found. */
export type Connection = {
  profile: string;
  baseUrl: string;
  apiKey: string | undefined;
  apiKeyFrom: string | undefined;
  /** The server that the profile's key is for, where that is another one: there its key is not sent. */
  keyIsFor?: string | undefined;
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
  const savedUrl = profile?.base_url ?? defaultBaseUrl;
  const baseUrl = fromEnv.url
    ? checkBaseUrl(fromEnv.url, "WIZDATA_BASE_URL")
    : checkBaseUrl(savedUrl, `Profile ${name}`);
  if (fromEnv.key) return { profile: name, baseUrl, apiKey: fromEnv.key, apiKeyFrom: "WIZDATA_API_KEY" };
  if (!profile?.api_key) return { profile: name, baseUrl, apiKey: undefined, apiKeyFrom: undefined };
  // A variable that somebody else can set must not take a saved key to another server.
  if (URL.parse(savedUrl)?.origin !== new URL(baseUrl).origin)
    return { profile: name, baseUrl, apiKey: undefined, apiKeyFrom: undefined, keyIsFor: savedUrl };
  return { profile: name, baseUrl, apiKey: profile.api_key, apiKeyFrom: profilesFile(env) };
}

export function checkProfileName(name: string): string {
  if (!profileName.test(name))
    throw usageFailure(
      "A profile's name is letters, digits, dots, dashes and underscores, and begins with a letter or digit.",
    );
  return name;
}

export function requireKey({ apiKey, profile, baseUrl, keyIsFor }: Connection): string {
  if (apiKey) return apiKey;
  if (keyIsFor) {
    throw new Failure("configuration", "key_of_another_server", `The key of profile ${profile} is for ${keyIsFor}.`, {
      hint: `It is not sent to ${baseUrl}: unset WIZDATA_BASE_URL, or set WIZDATA_API_KEY too.`,
    });
  }
  throw new Failure("unauthenticated", "not_logged_in", "Nobody is logged in.", {
    hint: "Log in, or set WIZDATA_API_KEY.",
    next: [profile === "default" ? "wizdata auth login" : `wizdata auth login --profile ${profile}`],
  });
}
