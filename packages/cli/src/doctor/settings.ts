import { keyMode } from "@wizdata/shared";
import { Failure } from "../failures.ts";
import { isLoopback } from "../settings/base-url.ts";
import { type Connection, findConnection } from "../settings/connection.ts";
import { areProfilesOpenToOthers, profilesFile } from "../settings/profiles.ts";
import type { Terminal } from "../terminal.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";

const nodeMajorMin = 22;

/** What can be said without asking anybody. Without a connection there is nothing more to look at. */
export async function lookAtSettings(
  { env }: Terminal,
  profileFlag: string | undefined,
  version: string,
): Promise<{ findings: Finding[]; connection: Connection | undefined }> {
  const findings = [lookAtProgram(version)];
  let connection: Connection;
  try {
    connection = await findConnection(env, profileFlag);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const hint = [error.hint, ...error.next].filter((part) => part !== undefined).join(" ");
    findings.push(fail("profile", error.exit, error.message, hint));
    return { findings, connection: undefined };
  }
  const { profile, baseUrl, apiKeyFrom } = connection;
  findings.push(ok("profile", `${profile}: ${baseUrl}${apiKeyFrom === undefined ? "" : `, key from ${apiKeyFrom}`}`));
  if (await areProfilesOpenToOthers(env))
    findings.push(warn("profile file", "Others on this machine can read your keys.", `chmod 600 ${profilesFile(env)}`));
  findings.push(lookAtKey(connection), ...lookAtProxies(env, baseUrl));
  return { findings, connection };
}

function lookAtProgram(version: string): Finding {
  const node = process.versions.node;
  const about = `wizdata ${version} on Node ${node}, ${process.platform} ${process.arch}`;
  if (Number.parseInt(node, 10) >= nodeMajorMin) return ok("program", about);
  return fail("program", "configuration", about, `Node ${nodeMajorMin} or newer is needed.`);
}

function lookAtKey({ apiKey }: Connection): Finding {
  if (apiKey === undefined) return fail("key form", "unauthenticated", "There is no key.", "wizdata auth login");
  const mode = keyMode(apiKey);
  if (mode !== undefined) return ok("key form", `a whole ${mode} key`);
  return fail(
    "key form",
    "unauthenticated",
    "This is no key, or a character of it is wrong.",
    "Copy it again: wizdata auth login",
  );
}

function lookAtProxies(env: Terminal["env"], baseUrl: string): Finding[] {
  // Plain http is for this machine only, and no proxy is used towards it.
  const name = ["HTTPS_PROXY", "https_proxy"].find((one) => env[one]);
  if (name === undefined || isLoopback(new URL(baseUrl).hostname)) return [];
  const proxy = env[name] ?? "";
  if (!URL.canParse(proxy))
    return [fail("proxy", "configuration", `${name} is not a URL.`, `Set it to http://host:port, or unset it.`)];
  // A proxy's address may hold a password.
  return [
    ok("proxy", `${new URL(proxy).host}, from ${name}; NO_PROXY is ${env.NO_PROXY || env.no_proxy || "not set"}`),
  ];
}
