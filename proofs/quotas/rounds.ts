import assert from "node:assert/strict";
import { type Answer, ask, bodyOf } from "../../scripts/proving/ask.ts";

export type Round = { units: number; refused: number };
/** A dataset of which each query costs so many units. */
export type Weighed = { slug: string; units: number };
type Played = { key: string; datasets: readonly Weighed[]; calls: number; quota: number; random: () => number };
type Refused = { limit: { remaining: number; quota: number } };

/** Asks for everything at once, of all processes in turn, and holds each answer against the quota. */
export async function playRound(
  urls: readonly string[],
  { key, datasets, calls, quota, random }: Played,
): Promise<Round> {
  const answers = await Promise.all(
    Array.from({ length: calls }, async (_, at) => {
      const dataset = datasets[Math.floor(random() * datasets.length)];
      const url = urls[at % urls.length];
      assert.ok(dataset && url);
      const answer = await ask(url, key, `/api/v1/data/${dataset.slug}?limit=1`);
      assert.ok(answer?.isWhole, "a call got no answer");
      return { answer, units: dataset.units };
    }),
  );
  const granted = answers.filter(({ answer }) => answer.status === 200);
  const refused = answers.filter(({ answer }) => answer.status !== 200);
  const units = granted.reduce((sum, one) => sum + one.units, 0);
  assert.ok(units <= quota, `${units} units of ${quota} were granted`);
  for (const one of refused) mustNotHaveFitted(one.answer, one.units, units, quota);
  return { units, refused: refused.length };
}

/** What is used only grows, so a call that would fit after the last one has fitted when its turn came. */
function mustNotHaveFitted(answer: Answer, units: number, granted: number, quota: number): void {
  assert.equal(answer.status, 429, answer.text);
  assert.ok(granted + units > quota, `${units} units were refused although only ${granted} of ${quota} were granted`);
  const { limit } = bodyOf<Refused>(answer);
  assert.ok(limit.remaining < units, `${units} units were refused with ${limit.remaining} remaining`);
  assert.ok(Number(answer.headers.get("retry-after")) >= 1, "a refusal says when to come again");
}
