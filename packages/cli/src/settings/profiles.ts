import { randomUUID } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Failure } from "../failures.ts";
import { nearest } from "../nearest.ts";

export type Environment = Readonly<Record<string, string | undefined>>;
export type Profile = { base_url?: string; api_key?: string };
export type Profiles = { current: string; profiles: Record<string, Profile> };

export const profileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export function profilesFile(env: Environment): string {
  return join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), ".config"), "wizdata", "config.json");
}

/** The saved profiles, or none when nobody logged in yet. */
export async function readProfiles(env: Environment): Promise<Profiles> {
  const file = profilesFile(env);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : undefined;
    if (reason === "ENOENT") return { current: "default", profiles: {} };
    throw new Failure("configuration", "profiles_unreadable", `Cannot read ${file} (${reason}).`, { cause: error });
  }
  const read = parseProfiles(text);
  if (!read)
    throw new Failure("configuration", "profiles_malformed", `${file} is not what wizdata wrote.`, {
      hint: "Mend it or move it away, then log in again.",
      next: ["wizdata auth login"],
    });
  return read;
}

/** Others on this machine may read the keys: the file was copied or made by hand. */
export async function areProfilesOpenToOthers(env: Environment): Promise<boolean> {
  if (process.platform === "win32") return false;
  const found = await stat(profilesFile(env)).catch(() => undefined);
  return found !== undefined && (found.mode & 0o077) !== 0;
}

/** Replaces the file in one step, so that a crash leaves the old one or the new one, and nobody else can ever read it. */
export async function writeProfiles(env: Environment, profiles: Profiles): Promise<void> {
  const file = profilesFile(env);
  const directory = dirname(file);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  const unfinished = `${file}.${randomUUID()}`;
  const handle = await open(unfinished, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(profiles, null, 2)}\n`);
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

export function findProfile({ profiles }: Profiles, name: string): Profile | undefined {
  return Object.hasOwn(profiles, name) ? profiles[name] : undefined;
}

/** @throws Failure that names the profile that was probably meant */
export function requireProfile(saved: Profiles, name: string): Profile {
  const found = findProfile(saved, name);
  if (found) return found;
  const meant = nearest(name, Object.keys(saved.profiles));
  throw new Failure("configuration", "no_such_profile", `There is no profile ${name}.`, {
    next: [meant === undefined ? "wizdata profiles list" : `wizdata profiles use ${meant}`],
  });
}

function parseProfiles(text: string): Profiles | undefined {
  const read = parseObject(text);
  if (!read) return undefined;
  const { current = "default", profiles = {} } = read;
  if (typeof current !== "string" || !isObject(profiles)) return undefined;
  const entries = Object.entries(profiles).filter(([name]) => profileName.test(name));
  if (!entries.every((entry): entry is [string, Profile] => isProfile(entry[1]))) return undefined;
  return { current, profiles: Object.fromEntries(entries) };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTextOrNone = (value: unknown) => value === undefined || typeof value === "string";
const isProfile = (value: unknown): value is Profile =>
  isObject(value) && isTextOrNone(value.base_url) && isTextOrNone(value.api_key);
