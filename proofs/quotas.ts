import assert from "node:assert/strict";
import { ask } from "../scripts/proving/ask.ts";
import { type Home, withHome } from "../scripts/proving/home.ts";
import { openMarket, type Reader } from "../scripts/proving/market.ts";
import { type Proof, type ProofOptions, randomOf } from "../scripts/proving/proof.ts";
import { readStored, type Stored } from "../scripts/proving/stored.ts";
import { startPostgres } from "../scripts/testing/postgres.ts";
import { playRound, type Round, type Weighed } from "./quotas/rounds.ts";

// A key that may use 100 units a day asks a thousand times at once, through one server process and through two.

const rounds = { quick: 3, whole: 50 };
const calls = { quick: 250, whole: 1_000 };
const unitsOf = { quick: [1, 3, 7], whole: [1, 2, 3, 4, 5, 6, 7] };
const quota = 100;

export default {
  summary:
    "However many calls come at once, on however many processes, a quota grants its units and not one more, and refuses no call that fits",
  run: async (options) => {
    const settings = { WIZDATA_CONNECTIONS_PER_ADDRESS_MAX: "0" };
    const one = await withHome((home) => play(home, 1, options), { settings });
    options.say("one process on SQLite");
    const postgres = await startPostgres();
    try {
      const two = await withHome((home) => play(home, 2, options), { settings, databaseUrl: postgres.url });
      const units = [...one, ...two].map((round) => round.units);
      const refused = [...one, ...two].reduce((sum, round) => sum + round.refused, 0);
      return {
        figures: `${one.length} + ${two.length} rounds of ${options.quick ? calls.quick : calls.whole} calls at once of ${unitsOf.whole.at(0)} to ${unitsOf.whole.at(-1)} units, on one process and on two over Postgres: ${Math.min(...units)} to ${Math.max(...units)} of ${quota} units granted, 0 over; ${refused} calls refused, none of which fitted`,
      };
    } finally {
      await postgres.stop();
    }
  },
} satisfies Proof;

async function play(home: Home, processes: number, { quick, seed }: ProofOptions): Promise<Round[]> {
  const random = randomOf(seed);
  const first = await home.start();
  const datasets = (quick ? unitsOf.quick : unitsOf.whole).map((units) => ({ slug: `prices-${units}`, units }));
  const { readers } = await openMarket(first.url, home.operatorKey, {
    readers: quick ? rounds.quick : rounds.whole,
    slugs: datasets.map(({ slug }) => slug),
    caps: { per_day: quota },
  });
  const weighed = await Promise.all(datasets.map((dataset) => weigh(first.url, home.operatorKey, dataset)));
  const more = await Promise.all(Array.from({ length: processes - 1 }, () => home.start()));
  const servers = [first, ...more];
  const urls = servers.map(({ url }) => url);
  const played: Round[] = [];
  for (const { key } of readers)
    played.push(
      await playRound(urls, { key, datasets: weighed, calls: quick ? calls.quick : calls.whole, quota, random }),
    );
  await Promise.all(servers.map((server) => server.stop()));
  const stored = await readStored(home);
  readers.forEach((reader, at) => {
    assert.equal(unitsStored(stored, reader), played[at]?.units, "what is stored is what was granted");
  });
  await home.check();
  return played;
}

async function weigh(url: string, operatorKey: string, { slug, units }: Weighed): Promise<Weighed> {
  const asked = { method: "PUT", body: { query: units } };
  const answer = await ask(url, operatorKey, `/api/v1/datasets/${slug}/weights`, asked);
  assert.equal(answer?.status, 200, answer?.text);
  return { slug, units };
}

const unitsStored = ({ events }: Stored, { partnerId }: Reader): number =>
  [...events.values()].filter((event) => event.partnerId === partnerId).reduce((sum, { units }) => sum + units, 0);
