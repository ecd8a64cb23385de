import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConnectionError, WizData } from "@wizdata/sdk";
import { dataset } from "../bench/nse-kenya.ts";
import { withPlatform } from "../bench/platform.ts";
import { type Proof, randomOf } from "../scripts/proving/proof.ts";
import { openWire, type Wire } from "../scripts/proving/wire.ts";

// The wire is cut, and the downloading process killed, at places that the seed chooses; in the end there are the bytes of the server, or none.

const whole = { cuts: 50, kills: 20, mixes: 10, tamperings: 5 };
const quickly = { cuts: 12, kills: 4, mixes: 2, tamperings: 1 };
const cli = fileURLToPath(new URL("../packages/cli/src/main.ts", import.meta.url));
const integrityExit = 12;

type Stage = {
  wire: Wire;
  apiKey: string;
  id: string;
  name: string;
  bytes: Buffer;
  random: () => number;
  home: string;
};

export default {
  summary:
    "A download that is cut or killed at any place ends in the same bytes, never mixed with those of another file; wrong bytes are refused",
  run: ({ quick, seed, say }) =>
    withPlatform("as-is", async (platform) => {
      await platform.publish();
      const [apiKey = ""] = await platform.onboard(1);
      const partner = new WizData({ baseURL: platform.url, apiKey });
      const exported = async (from?: string) => {
        const job = await partner.exports.create({ dataset: dataset.slug, format: "csv", ...(from && { from }) });
        const { id } = await partner.exports.wait(job.id);
        const [file] = (await partner.exports.manifest(id)).files;
        assert.ok(file);
        return { id, name: file.name, bytes: Buffer.from(await partner.exports.file(id, file.name)) };
      };
      const wire = await openWire(platform.url);
      const home = mkdtempSync(join(tmpdir(), "wizdata-downloads-"));
      try {
        const stage = { wire, apiKey, random: randomOf(seed), home, ...(await exported()) };
        const counts = quick ? quickly : whole;
        const ofCuts = await cutOften(stage, counts.cuts);
        say(`${counts.cuts} cuts`);
        await killOften(stage, counts.kills);
        say(`${counts.kills} kills`);
        await mixOften(stage, await exported("2015-01-01"), counts.mixes);
        await tamperOften(stage, counts.tamperings);
        return {
          figures: `${counts.cuts} cuts (${ofCuts} MB each fetched twice), ${counts.kills} kills, ${counts.mixes} halves of another file: ${stage.bytes.length} identical bytes each time; ${counts.tamperings} changed bytes: refused, exit code ${integrityExit}`,
        };
      } finally {
        await wire.close();
        rmSync(home, { recursive: true, force: true });
      }
    }),
} satisfies Proof;

/** Cuts connections after a random share of what they carry, and says how many megabytes a cut made go over the wire again. */
async function cutOften(stage: Stage, cuts: number): Promise<number> {
  const { wire, random, bytes } = stage;
  const partner = new WizData({ baseURL: wire.url, apiKey: stage.apiKey, maxRetries: 0 });
  const cutsBefore = wire.cuts;
  const passedBefore = wire.passedBytes;
  let downloads = 0;
  // Small shares as likely as large ones: headers are cut as well as bodies.
  wire.faults = {
    cutAfterBytes: () => (wire.cuts - cutsBefore < cuts ? Math.ceil(bytes.length ** random()) : undefined),
  };
  for (; wire.cuts - cutsBefore < cuts || downloads === 0; downloads++) {
    const to = join(stage.home, `cut-${downloads}`);
    while (!(await downloaded(partner, stage, to)))
      assert.ok(!existsSync(join(to, stage.name)), "half a file has its name");
    assertIdentical(to, stage);
  }
  wire.faults = {};
  return megabytes((wire.passedBytes - passedBefore - downloads * bytes.length) / cuts);
}

async function downloaded(partner: WizData, { id }: Stage, to: string): Promise<boolean> {
  try {
    await partner.exports.download(id, { to });
    return true;
  } catch (error) {
    assert.ok(error instanceof ConnectionError, `a cut is told as what it is: ${error}`);
    return false;
  }
}

/** Kills the command when a random share of the file has come, and runs it again, until it ends by itself. */
async function killOften(stage: Stage, kills: number): Promise<void> {
  const { wire, random, bytes } = stage;
  let killed = 0;
  for (let folder = 0; killed < kills; folder++) {
    const to = join(stage.home, `kill-${folder}`);
    for (;;) {
      const code = await runDownload(
        stage,
        to,
        killed < kills ? wire.passedBytes + random() * bytes.length : undefined,
      );
      if (code !== null) {
        assert.equal(code, 0, "a download that was not killed succeeds");
        break;
      }
      killed += 1;
      if (existsSync(join(to, stage.name))) assertSame(join(to, stage.name), bytes);
    }
    assertIdentical(to, stage);
  }
}

const megabytes = (bytes: number) => Number((bytes / 1_000_000).toFixed(1));

/** The exit code of the command, or null when it was killed because the wire had passed so many bytes. */
async function runDownload(
  { wire, apiKey, id, home }: Stage,
  to: string,
  killAtBytes?: number,
): Promise<number | null> {
  const env = { ...process.env, WIZDATA_BASE_URL: wire.url, WIZDATA_API_KEY: apiKey, XDG_CONFIG_HOME: home };
  const child = spawn(process.execPath, [cli, "exports", "download", id, "--to", to, "--json"], {
    env,
    stdio: "ignore",
  });
  const onPassing = () => killAtBytes !== undefined && wire.passedBytes >= killAtBytes && child.kill("SIGKILL");
  wire.faults = { onPassing };
  const [code] = await once(child, "exit");
  wire.faults = {};
  return code;
}

/** Leaves half of another file of the same name in the folder, with its journal, and downloads this one over it. */
async function mixOften(stage: Stage, other: Pick<Stage, "id" | "name" | "bytes">, mixes: number): Promise<void> {
  assert.equal(other.name, stage.name);
  assert.ok(!other.bytes.equals(stage.bytes));
  const partner = new WizData({ baseURL: stage.wire.url, apiKey: stage.apiKey });
  for (let mix = 0; mix < mixes; mix++) {
    const to = join(stage.home, `mix-${mix}`);
    const half = new AbortController();
    const onProgress = () => half.abort();
    await partner.exports.download(other.id, { to, signal: half.signal, onProgress }).catch(() => {});
    assert.ok(existsSync(join(to, `${stage.name}.wizdata-journal`)), "nothing was left to go on with");
    await partner.exports.download(stage.id, { to });
    assertIdentical(to, stage);
  }
}

/** Changes one bit of the file on its way: the command must notice, say so by its exit code, and keep nothing. */
async function tamperOften(stage: Stage, tamperings: number): Promise<void> {
  for (let tampering = 0; tampering < tamperings; tampering++) {
    const to = join(stage.home, `tamper-${tampering}`);
    const at = stage.wire.passedBytes + 50_000 + Math.floor(stage.random() * stage.bytes.length * 0.9);
    const child = runDownload(stage, to);
    let isChanged = false;
    stage.wire.faults.onPassing = (bytes) => {
      // The last byte of a large piece is one of the file, not of the headers before it.
      if (isChanged || stage.wire.passedBytes < at || bytes.length < 10_000) return;
      isChanged = true;
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    };
    assert.equal(await child, integrityExit);
    assert.ok(isChanged);
    assert.deepEqual(readdirSync(to), []);
  }
}

function assertIdentical(to: string, { name, bytes }: Stage): void {
  const proofs = ["manifest.json", "manifest.json.sig", "wizdata-keys.json"];
  assert.deepEqual(readdirSync(to).sort(), [name, ...proofs].sort(), "something else is left in the folder");
  assertSame(join(to, name), bytes);
}

function assertSame(path: string, bytes: Buffer): void {
  assert.ok(readFileSync(path).equals(bytes), `${path} is not the file of the server`);
}
