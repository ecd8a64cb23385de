import assert from "node:assert/strict";
import { type Answer, ask } from "../../scripts/proving/ask.ts";
import { type Reader, slug } from "../../scripts/proving/market.ts";
import type { Stored } from "../../scripts/proving/stored.ts";
import { dateIn } from "./calendar.ts";
import type { FakeTime } from "./fake-time.ts";

/** Small ones, so that they are used up within a few calls. */
export const quotas = { per_day: 4, per_month: 10 };
const secondsMax = { day: 25 * 3_600, month: 31 * 24 * 3_600 + 3_600 };

/** One partner with its own book of what it may still have: a day and a month by the calendar of its zone, and no more. */
export class Caller {
  readonly #reader: Reader;
  readonly #zone: string;
  readonly #time: FakeTime;
  readonly byDate = new Map<string, number>();
  refused = 0;

  constructor(reader: Reader, zone: string, time: FakeTime) {
    this.#reader = reader;
    this.#zone = zone;
    this.#time = time;
  }

  get granted(): number {
    return this.#granted("");
  }

  /** Asks more often than its day allows: each call is served if it fits, and only then. */
  async useUp(url: string): Promise<void> {
    for (let call = 0; call <= quotas.per_day; call++) {
      const date = dateIn(this.#zone, this.#time.nowMs());
      const fits =
        this.#granted(date) < quotas.per_day && this.#granted(date.slice(0, "2028-01".length)) < quotas.per_month;
      const answer = await ask(url, this.#reader.key, `/api/v1/data/${slug}?limit=1`);
      const told = `${this.#zone} ${new Date(this.#time.nowMs()).toISOString()} (${date}): ${answer?.text.slice(0, 300)}`;
      assert.equal(answer?.status, fits ? 200 : 429, told);
      mustTellTime(answer, told);
      if (fits) this.byDate.set(date, this.#granted(date) + 1);
      else this.refused += 1;
    }
  }

  /** What is stored under each of its dates is what it was given on them. */
  compare({ events }: Stored): void {
    const stored = new Map<string, number>();
    for (const { partnerId, localDate, units } of events.values())
      if (partnerId === this.#reader.partnerId) stored.set(localDate, (stored.get(localDate) ?? 0) + units);
    assert.deepEqual(new Map([...stored].sort()), new Map([...this.byDate].sort()), this.#zone);
  }

  #granted(prefix: string): number {
    return [...this.byDate].reduce((sum, [date, count]) => sum + (date.startsWith(prefix) ? count : 0), 0);
  }
}

/** No time that is told lies in the past, or beyond the end of its window. */
function mustTellTime({ headers, status }: Answer, told: string): void {
  for (const [, name = "", seconds = ""] of (headers.get("ratelimit") ?? "").matchAll(/"([\w-]+)";r=\d+;t=(-?\d+)/g)) {
    const most = name.endsWith("day") ? secondsMax.day : name.endsWith("month") ? secondsMax.month : 61;
    assert.ok(Number(seconds) >= 0 && Number(seconds) <= most, `${name};t=${seconds} ${told}`);
  }
  if (status !== 429) return;
  const retryAfter = Number(headers.get("retry-after"));
  assert.ok(retryAfter >= 1 && retryAfter <= secondsMax.month, `Retry-After: ${retryAfter} ${told}`);
}
