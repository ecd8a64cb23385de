import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { WizData } from "@wizdata/sdk";
import { withClients } from "../bench/load.ts";
import { dataset, pagePaths } from "../bench/nse-kenya.ts";
import { type Platform, withPlatform } from "../bench/platform.ts";
import { residentMb } from "../bench/process-usage.ts";
import type { Proof } from "../scripts/proving/proof.ts";
import { type Attack, attackSlowly, throwBombs } from "./slow-clients/attackers.ts";

const connections = 1_000;
// Enough that none of them meets its limit of 1 000 calls a minute, on a fast machine either.
const victims = 192;
const callers = 8;
const slowdownMax = 2;
const grownMbMax = 256;
const lagMsMax = 100;
const roundMs = 3_000;
const roundsMax = { quick: 1, whole: 10 };

export default {
  summary:
    "1 000 connections of slow heads, bodies and readers, and bombs besides, leave other partners' p99 within twice what it was",
  run: async ({ quick, say }) => {
    const metricsPort = await freePort();
    // As behind a proxy: all of them come from one address, and nothing is bound by it.
    const settings = {
      WIZDATA_METRICS_PORT: String(metricsPort),
      WIZDATA_CONNECTIONS_PER_ADDRESS_MAX: "0",
      WIZDATA_UNMETERED_CALLS_PER_MINUTE: "600",
      ...(quick ? { WIZDATA_HEAD_MS: "2000", WIZDATA_JSON_ARRIVAL_MS: "3000", WIZDATA_STALL_MS: "3000" } : {}),
    };
    return withPlatform("as-is", (platform) => prove(platform, metricsPort, quick, say), settings);
  },
} satisfies Proof;

async function prove(platform: Platform, metricsPort: number, quick: boolean, say: (text: string) => void) {
  const rounds = quick ? roundsMax.quick : roundsMax.whole;
  await platform.publish();
  const [key = "", ...keys] = await platform.onboard(victims);
  const target = { port: Number(new URL(platform.url).port), key, file: await exportedFile(platform, key) };
  return withClients({ paths: pagePaths(), keys }, async (clients) => {
    const p99Ms = () => clients.p99Ms(platform, 200, callers, roundMs);
    await clients.warmUp(platform, 200);
    const quiet = await repeat(rounds, p99Ms);
    const residentBefore = residentMb([platform.pid]);
    await lagMs(metricsPort);

    const attacks: Attack[] = [attackSlowly(target, connections), throwBombs(platform.url, key)];
    await sleep(roundMs);
    const attacked: number[] = [];
    let grownMb = 0;
    for (let round = 0; round < rounds; round++) {
      attacked.push(await p99Ms());
      grownMb = Math.max(grownMb, residentMb([platform.pid]) - residentBefore);
      say(
        `round ${round + 1} of ${rounds}: p99 ${attacked.at(-1)?.toFixed(1)} ms, before ${median(quiet).toFixed(1)} ms`,
      );
    }
    const lag = await lagMs(metricsPort);
    for (const attack of attacks) attack.stop();

    const [slow, bombs] = attacks;
    const ratio = median(attacked) / median(quiet);
    const figures = `p99 ${median(quiet).toFixed(1)} → ${median(attacked).toFixed(1)} ms (${ratio.toFixed(2)} ×), memory + ${Math.round(grownMb)} MB, event loop lag p99 ${lag.toFixed(0)} ms, ${slow?.cutOff} connections cut off, ${bombs?.answered.refused} bombs refused`;
    assert.deepEqual(Object.keys(bombs?.answered ?? {}), ["refused"], "a bomb was not answered as it should be");
    assert.ok((slow?.cutOff ?? 0) > 0, "no slow client was cut off");
    assert.ok(grownMb <= grownMbMax, figures);
    // Times are judged where there is time to take them: whatever runs every change shares its machine.
    assert.ok(quick || (ratio <= slowdownMax && lag <= lagMsMax), figures);
    return { figures };
  });
}

async function exportedFile(platform: Platform, apiKey: string): Promise<string> {
  const partner = new WizData({ baseURL: platform.url, apiKey });
  const { id } = await partner.exports.wait(
    (await partner.exports.create({ dataset: dataset.slug, format: "csv" })).id,
  );
  const { files } = await partner.exports.manifest(id);
  return `/api/v1/exports/${id}/files/${files[0]?.name}`;
}

/** Of the time since it was last asked for. */
async function lagMs(metricsPort: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1]) * 1000;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function repeat(times: number, work: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let time = 0; time < times; time++) results.push(await work());
  return results;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
