import { ConfigurationError, WizDataError } from "../core/errors.ts";
import type { Fetch } from "../core/send.ts";
import { type Exchange, nameOf, toExchange, toResponse } from "./exchange.ts";

/**
 * A fetch that goes to the server and writes each exchange to a file, which `replay` answers from. The file begins anew with the first call. It
 * has no key, no header of a request, and no value of a field or parameter that is named as a secret.
 *
 * @throws {@link WizDataError} when an answer has more than 16 MiB
 * @example const wizdata = new WizData({ fetch: record("test/prices.ndjson") });
 */
export function record(file: string, { fetch = globalThis.fetch }: { fetch?: Fetch } = {}): Fetch {
  const { appendFileSync, rmSync, writeFileSync } = files();
  let isBegun = false;
  return async (request) => {
    const name = await nameOf(request);
    const response = await fetch(request);
    const body = new Uint8Array(await response.arrayBuffer());
    const exchange = toExchange(name, response, body);
    if (!isBegun) {
      // Made anew, for a file that is there keeps the rights that others have on it.
      rmSync(file, { force: true });
      writeFileSync(file, "", { mode: 0o600 });
    }
    isBegun = true;
    appendFileSync(file, `${JSON.stringify(exchange)}\n`);
    const { status, headers } = response;
    return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
  };
}

/**
 * A fetch that answers from a file of `record`, without a network. The same request gets its answers in the order in which they were recorded,
 * and the last of them ever after. Any key will do.
 *
 * @throws {@link ConfigurationError} when the file cannot be read · {@link WizDataError} when it has no answer to a request
 * @example const wizdata = new WizData({ apiKey: "none", fetch: replay("test/prices.ndjson") });
 */
export function replay(file: string): Fetch {
  let answers: Map<string, Exchange[]> | undefined;
  return async (request) => {
    answers ??= readRecording(file);
    const name = await nameOf(request);
    const [next, ...later] = answers.get(name) ?? [];
    if (!next) throw new WizDataError(`${file} has no answer to ${name}. Record it anew: fetch: record("${file}")`);
    if (later.length > 0) answers.set(name, later);
    return toResponse(next);
  };
}

function readRecording(file: string): Map<string, Exchange[]> {
  const lines = readLines(file);
  const exchanges = lines.map((line, at) => {
    try {
      // Written by record(); a hand that changed it keeps to its form.
      return JSON.parse(line) as Exchange;
    } catch (cause) {
      throw new ConfigurationError(`Line ${at + 1} of ${file} is not JSON. Record it anew.`, { cause });
    }
  });
  return Map.groupBy(exchanges, ({ request }) => request);
}

function readLines(file: string): string[] {
  try {
    return files()
      .readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch (cause) {
    throw new ConfigurationError(`${file} cannot be read. Record it first: fetch: record("${file}")`, { cause });
  }
}

function files() {
  const found = globalThis.process?.getBuiltinModule?.("node:fs");
  if (!found) throw new WizDataError("There is no file system here to record to or replay from.");
  return found;
}
