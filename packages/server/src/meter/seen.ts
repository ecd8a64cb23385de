import type { WindowState } from "./meter.ts";
import type { Counts, QuotaWindow } from "./windows.ts";

const windowsMax = 50_000;

/** What the last commits said of each window. It decides nothing: it tells where asking is in vain. */
export class SeenWindows {
  readonly #seen = new Map<string, Counts & { resetsAtMs: number }>();

  note(owner: string, { name, used, held, resetsAtMs }: WindowState): void {
    // Forgetting costs a question to the database, so that all at once and rarely is cheaper than a little each time.
    if (this.#seen.size >= windowsMax) this.#seen.clear();
    this.#seen.set(`${owner} ${name}`, { used, held, resetsAtMs });
  }

  last({ owner, name, period }: QuotaWindow): Counts | undefined {
    const seen = this.#seen.get(`${owner} ${name}`);
    return seen?.resetsAtMs === period.endMs ? seen : undefined;
  }
}
