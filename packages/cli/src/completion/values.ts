import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Key, Partner, WizData } from "@wizdata/sdk";
import { escapeCell } from "../output/escape.ts";
import { openClient } from "../settings/client.ts";
import { type Connection, findConnection } from "../settings/connection.ts";
import { readProfiles } from "../settings/profiles.ts";
import type { Terminal } from "../terminal.ts";
import { type ValueKind, valueKinds } from "./model.ts";

type Value = readonly [value: string, about: string];

const freshMs = 60_000;
const waitMsMax = 1_500;
const valuesMax = 100;
const partnersMax = 20;

// A shell expands the words it completes with: what a server sends must not be able to run anything there.
const harmless = /^[\w.@-]+$/;

/** `value<tab>about` lines for a shell. Somebody is typing: what fails or takes too long is nothing, and never an error. */
export async function completeValues(kindText: string | undefined, terminal: Terminal, version: string): Promise<void> {
  const kind = valueKinds.find((one) => one === kindText);
  if (!kind) return;
  const values = await readValues(kind, terminal, version).catch(() => []);
  const words = values.filter(([value]) => harmless.test(value));
  await terminal.out.write(words.map((value) => `${value.map(escapeCell).join("\t")}\n`).join(""));
}

async function readValues(kind: ValueKind, { env }: Terminal, version: string): Promise<readonly Value[]> {
  if (kind === "profiles") {
    const { profiles } = await readProfiles(env);
    return Object.entries(profiles).map(([name, { base_url: url = "" }]) => [name, url]);
  }
  const connection = await findConnection(env, undefined);
  const file = cacheFile(env, connection, kind);
  const kept = await readFile(file, "utf8").catch(() => undefined);
  const isFresh = kept !== undefined && Date.now() - (await stat(file)).mtimeMs < freshMs;
  // It is our own file, in a folder of our own.
  const old: Value[] = kept === undefined ? [] : JSON.parse(kept);
  if (isFresh) return old;
  const signal = AbortSignal.timeout(waitMsMax);
  try {
    const wizdata = openClient(connection, { env, version, isBulk: false });
    const values = await ask[kind](wizdata, { signal, maxRetries: 0 });
    await keep(file, values);
    return values;
  } catch {
    return old;
  }
}

type Options = { signal: AbortSignal; maxRetries: number };
const page = { limit: valuesMax };

const ask: Record<Exclude<ValueKind, "profiles">, (wizdata: WizData, options: Options) => Promise<Value[]>> = {
  datasets: async (wizdata, options) =>
    (await wizdata.datasets.list(page, options)).data.map(({ slug, title }) => [slug, title]),
  partners: async (wizdata, options) =>
    (await wizdata.partners.list(page, options)).data.map(({ id, company }) => [id, company]),
  subscriptions: async (wizdata, options) =>
    (await wizdata.subscriptions.list(page, options)).data.map(({ id, dataset, tier }) => [id, `${dataset} ${tier}`]),
  exports: async (wizdata, options) =>
    (await wizdata.exports.list(page, options)).data.map(({ id, dataset, status }) => [id, `${dataset} ${status}`]),
  checks: async (wizdata, options) =>
    (await wizdata.checks.list(page, options)).data.map(({ id, status }) => [id, status]),
  keys: keysOf,
};

/** A partner's own keys; of an operator, the operators' and those of its first partners. A key always knows itself. */
async function keysOf(wizdata: WizData, options: Options): Promise<Value[]> {
  const { key: own, partner } = await wizdata.me.retrieve(options);
  const listed = await Promise.allSettled(
    partner ? [ofPartner(wizdata, partner, options)] : ofOperator(wizdata, options),
  );
  const lists = listed.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  const values = [[own.id, `${own.name} of ${partner?.company ?? operators}`] as const, ...lists];
  return [...new Map(values)];
}

const operators = "operators";

async function ofPartner(wizdata: WizData, { id, company }: Partner, options: Options): Promise<Value[]> {
  return valuesOf((await wizdata.keys.list(id, page, options)).data, company);
}

function ofOperator(wizdata: WizData, options: Options): Promise<Value[]>[] {
  const ofPartners = async () => {
    const { data } = await wizdata.partners.list({ limit: partnersMax }, options);
    return (await Promise.all(data.map((partner) => ofPartner(wizdata, partner, options)))).flat();
  };
  const own = async () => valuesOf((await wizdata.operatorKeys.list(page, options)).data, operators);
  return [ofPartners(), own()];
}

const valuesOf = (keys: readonly Key[], owner: string): Value[] =>
  keys
    .filter(({ status }) => status === "active" || status === "retiring")
    .map(({ id, name }) => [id, `${name} of ${owner}`]);

/** Of this server and this key only: others may see other things. */
function cacheFile(env: Terminal["env"], { baseUrl, apiKey = "" }: Connection, kind: ValueKind): string {
  const who = createHash("sha256").update(`${baseUrl}\n${apiKey}`).digest("hex").slice(0, 16);
  return join(
    env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"),
    "wizdata",
    "complete",
    `${who}-${kind}.json`,
  );
}

async function keep(file: string, values: readonly Value[]): Promise<void> {
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(values), { mode: 0o600 });
  await rename(unfinished, file);
}
