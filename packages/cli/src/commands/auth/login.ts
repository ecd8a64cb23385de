import { readFile } from "node:fs/promises";
import { keyMode } from "@wizdata/shared";
import { type LocalContext, localCommand } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { optional, text, toggle } from "../../fields.ts";
import { named, nullable, objectOf, string } from "../../output/schema.ts";
import { record } from "../../output/view.ts";
import { askSecret, readShortStdin } from "../../prompts.ts";
import { checkBaseUrl, defaultBaseUrl } from "../../settings/base-url.ts";
import { checkProfileName } from "../../settings/connection.ts";
import { findProfile, profilesFile, readProfiles, writeProfiles } from "../../settings/profiles.ts";
import { canAsk } from "../../terminal.ts";

export default localCommand({
  summary: "Check an API key and keep it in a profile",
  details:
    "The key is asked for without being shown, or read from standard input or a file: on the command line others could see it.",
  flags: {
    keyStdin: toggle("read the key from standard input"),
    keyFile: optional(text("read the key from this file", "file")),
    baseUrl: optional(text("the address of the server", "url")),
  },
  examples: [
    "wizdata auth login --key-stdin < key.txt",
    "wizdata auth login --key-file key.txt --base-url https://data.example.com --profile work",
  ],
  output: objectOf({ profile: string, base_url: string, saved_to: nullable(string), me: named("Me") }),
  changes: true,
  run: async (context, { keyStdin, keyFile, baseUrl: baseUrlFlag }) => {
    const { env } = context.terminal;
    const saved = await readProfiles(env);
    const profile = checkProfileName(context.profileFlag ?? (env.WIZDATA_PROFILE || saved.current));
    const baseUrl = baseUrlFlag
      ? checkBaseUrl(baseUrlFlag, "--base-url")
      : checkBaseUrl(
          env.WIZDATA_BASE_URL || findProfile(saved, profile)?.base_url || defaultBaseUrl,
          "The server's address",
        );
    const apiKey = checkForm(await readKey(context, keyStdin, keyFile));
    const wizdata = await context.connect({ profile, baseUrl, apiKey, apiKeyFrom: "the one given" });
    const me = await wizdata.me.retrieve({ signal: context.signal });
    if (context.isDryRun) return { profile, base_url: baseUrl, saved_to: null, me };
    await writeProfiles(env, {
      current: profile,
      profiles: { ...saved.profiles, [profile]: { base_url: baseUrl, api_key: apiKey } },
    });
    if (env.WIZDATA_API_KEY)
      await context.note("WIZDATA_API_KEY is set and is used instead of this key until you unset it.");
    return { profile, base_url: baseUrl, saved_to: profilesFile(env), me };
  },
  view: ({ profile, base_url, saved_to }) =>
    record({ profile, base_url, saved_to }, [
      saved_to === null ? "The key is good. Nothing was saved." : "Logged in. Try: wizdata auth status",
    ]),
});

async function readKey({ terminal }: LocalContext, fromStdin: boolean, file: string | undefined): Promise<string> {
  if (fromStdin && file !== undefined) throw usageFailure("Give the key either on standard input or in a file.");
  if (file !== undefined) return (await readFile(file, "utf8")).trim();
  if (fromStdin) return readShortStdin(terminal);
  if (canAsk(terminal)) return askSecret(terminal, "API key");
  throw usageFailure("There is no key, and nobody here to ask for it.", {
    next: ["wizdata auth login --key-stdin < key.txt"],
  });
}

function checkForm(key: string): string {
  if (keyMode(key) !== undefined) return key;
  const isShort = key.length < 50;
  throw usageFailure(
    key === ""
      ? "The key is empty."
      : isShort
        ? "This is not a whole API key."
        : "This is not an API key, or a character of it is wrong.",
    {
      hint: "A key looks like wz_live_ and 49 letters and digits. Copy it again.",
    },
  );
}
