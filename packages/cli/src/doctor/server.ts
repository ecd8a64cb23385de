import type { Check, Limits, Me, WizData } from "@wizdata/sdk";
import { contractVersion, operations } from "@wizdata/sdk/contract";
import type { LocalContext } from "../command.ts";
import type { Connection } from "../settings/connection.ts";
import { toFailure } from "../to-failure.ts";
import { type Finding, fail, ok, span, warn } from "./finding.ts";

const contractMsMax = 10_000;
const skewMsOk = 30_000;
const skewMsMax = 5 * 60_000;
const dayMs = 24 * 3_600_000;
const expiryMsMin = 14 * dayMs;
const checkAgeMsMax = 8 * dayMs;
const leftShareMin = 0.1;

/** What the server says of itself, of the key, and of what is left to it. */
export async function lookAtServer(context: LocalContext, connection: Connection): Promise<Finding[]> {
  const findings = await lookAtContract(context, connection);
  if (findings.some(({ status }) => status === "fail")) return findings;
  const wizdata = await context.connect(connection);
  let me: Me;
  try {
    me = await wizdata.me.retrieve({ signal: context.signal });
  } catch (error) {
    const { exit, message, hint, next } = await toFailure(error, context.terminal);
    return [...findings, fail("key", exit, message, [hint, ...next].filter((part) => part !== undefined).join(" "))];
  }
  return [...findings, lookAtKey(me), lookAtScopes(me), ...(await lookAtRest(context, wizdata, me))];
}

async function lookAtContract({ signal, fetch }: LocalContext, { baseUrl }: Connection): Promise<Finding[]> {
  const url = new URL("openapi.json", `${baseUrl.replace(/\/api\/v1$/, "")}/`);
  const startedAt = Date.now();
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(contractMsMax)]);
    const answer = await fetch(new Request(url, { signal: limited, redirect: "error" }));
    const document: unknown = await answer.json();
    const sentAt = Date.parse(answer.headers.get("date") ?? "");
    const clock = Number.isNaN(sentAt) ? [] : [lookAtClock(sentAt - (startedAt + Date.now()) / 2)];
    return [compareContracts(document), ...clock];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      fail(
        "server",
        "network",
        `${url} does not answer as WizData does: ${reason}.`,
        "Is this the address of a WizData server?",
      ),
    ];
  }
}

function compareContracts(document: unknown): Finding {
  const { version, ids } = readContract(document);
  if (ids.size === 0)
    return fail("server", "network", "The server is not WizData.", "Is the address right? wizdata profiles list");
  const lacking = Object.keys(operations).filter((id) => !ids.has(id));
  const more = [...ids].filter((id) => !Object.hasOwn(operations, id));
  const about = `contract ${version} with ${ids.size} operations; this program knows ${contractVersion} with ${Object.keys(operations).length}`;
  if (lacking.length > 0)
    return warn(
      "server",
      about,
      `The server is older than this program: it lacks ${shortened(lacking)}. Update the server.`,
    );
  if (more.length > 0)
    return warn(
      "server",
      about,
      `This program is older than the server: it does not know ${shortened(more)}. Update wizdata.`,
    );
  return ok("server", about);
}

function readContract(document: unknown): { version: string; ids: Set<string> } {
  // Whatever answers here, only these members are looked for.
  const { info, paths } = (document ?? {}) as { info?: { version?: string }; paths?: Record<string, object> };
  const methods = Object.values(paths ?? {}).flatMap((item) => Object.values(item) as { operationId?: string }[]);
  const ids = methods.flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId]));
  return { version: info?.version ?? "unknown", ids: new Set(ids) };
}

const namesShownMax = 3;
const shortened = (names: readonly string[]) =>
  names.length <= namesShownMax
    ? names.join(", ")
    : `${names.slice(0, namesShownMax).join(", ")} and ${names.length - namesShownMax} more`;

function lookAtClock(skewMs: number): Finding {
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  const about = seconds < 2 ? "as the server's" : `${seconds} s ${skewMs > 0 ? "behind" : "before"} the server's`;
  const hint = "Set the clock of this machine, or of the server, by NTP.";
  if (Math.abs(skewMs) <= skewMsOk) return ok("clock", about);
  return Math.abs(skewMs) <= skewMsMax ? warn("clock", about, hint) : fail("clock", "configuration", about, hint);
}

function lookAtKey({ kind, key, partner }: Me): Finding {
  const about = `${key.name} (${key.id}, ${key.mode}) of ${partner ? `${partner.company} (${partner.id})` : "an operator"}`;
  const endsAt = key.retires_at ?? key.expires_at;
  if (partner && partner.status !== "active")
    return fail("key", "forbidden", `${about}, which is ${partner.status}.`, "Ask who runs the platform.");
  if (endsAt === null) return ok("key", `${about}, without an end`);
  const leftMs = Date.parse(endsAt) - Date.now();
  const text = `${about}, for ${span(leftMs)} more`;
  const hint =
    key.retires_at === null ? `wizdata keys rotate ${key.id}` : `It is replaced: log in with the new ${kind} key.`;
  return leftMs >= expiryMsMin ? ok("key", text) : warn("key", text, hint);
}

function lookAtScopes({ kind, key: { scopes } }: Me): Finding {
  const known = new Set(Object.values(operations).flatMap(({ scope }) => (scope === null ? [] : [scope])));
  const usable = scopes.filter((scope) => known.has(scope));
  if (usable.length === 0)
    return fail(
      "scopes",
      "forbidden",
      "The key may do nothing.",
      "Ask for a key with scopes: wizdata keys create --scopes",
    );
  const about = scopes.join(" ");
  if (kind === "partner" && !scopes.includes("data:read"))
    return warn("scopes", about, "Without data:read it reads no rows. Another key: wizdata keys create --scopes");
  return ok("scopes", about);
}

async function lookAtRest({ signal, terminal }: LocalContext, wizdata: WizData, me: Me): Promise<Finding[]> {
  const [name, hint] =
    me.kind === "partner" ? ["limits", "wizdata usage limits"] : ["last check", "wizdata checks list"];
  try {
    if (me.kind === "partner") {
      if (!me.key.scopes.includes("usage:read")) return [];
      return lookAtLimits(await wizdata.usage.limits({}, { signal }));
    }
    if (!me.key.scopes.includes("checks:read")) return [];
    const { data } = await wizdata.checks.list({ limit: 1 }, { signal });
    return [lookAtCheck(data[0])];
  } catch (error) {
    const { exit, message } = await toFailure(error, terminal);
    return [fail(name, exit, message, hint)];
  }
}

function lookAtLimits({ data }: Limits): Finding[] {
  const spent = data.filter(({ remaining }) => remaining <= 0);
  const low = data.filter(({ remaining, limit }) => remaining > 0 && remaining < limit * leftShareMin);
  const named = ({ name, dataset, remaining, limit }: Limits["data"][number]) =>
    `${name}${dataset ? ` of ${dataset}` : ""} ${remaining} of ${limit}`;
  if (spent.length > 0)
    return [
      fail(
        "limits",
        "limited",
        `Nothing is left of ${spent.map(named).join(", ")}.`,
        "When they reset: wizdata usage limits",
      ),
    ];
  if (low.length > 0) return [warn("limits", `Little is left: ${low.map(named).join(", ")}.`, "wizdata usage limits")];
  return [ok("limits", data.length === 0 ? "none" : `enough is left of all ${data.length}`)];
}

function lookAtCheck(check: Check | undefined): Finding {
  const name = "last check";
  if (!check) return warn(name, "The platform was never checked.", "wizdata checks run");
  const ageMs = Date.now() - Date.parse(check.started_at);
  const about = `${check.id}: ${check.status}, ${span(ageMs)} ago`;
  if (check.status === "failed")
    return fail(name, "integrity", `${about}, ${check.findings_count} findings.`, `wizdata checks show ${check.id}`);
  if (check.status === "broken" || ageMs > checkAgeMsMax) return warn(name, about, "wizdata checks run");
  return ok(name, about);
}
