import type { Lane } from "./workers-lane.ts";

/** Too many wait for a turn, or this one has waited for too long: nothing was begun. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
}

type Turn = { lane: Lane; release(): void };
type Asking = { signal: AbortSignal | undefined; owner: string; waitMs: number | undefined };
type Waiting = { owner: string; resolve(lane: Lane): void };
type Bounds = { all: number; ofOwner: number };

/** Hands lanes out to whoever has waited for longest, but to an owner again only when no other waits that had its turn before. */
export function createQueue(
  lanes: Lane[],
  waitingMax: Bounds = { all: Number.POSITIVE_INFINITY, ofOwner: Number.POSITIVE_INFINITY },
) {
  const free = [...lanes];
  const waiting: Waiting[] = [];
  // Owners by when they had a turn, the latest last; only as long as somebody waits.
  let served: string[] = [];

  function next(): Waiting | undefined {
    const rank = ({ owner }: Waiting) => served.indexOf(owner);
    const [first, ...others] = waiting;
    const chosen = others.reduce((best, one) => (best && rank(one) < rank(best) ? one : best), first);
    if (chosen) waiting.splice(waiting.indexOf(chosen), 1);
    return chosen;
  }

  function serve(owner: string): void {
    served = waiting.length === 0 ? [owner] : [...served.filter((one) => one !== owner), owner];
  }

  function release(lane: Lane): void {
    const chosen = next();
    if (!chosen) return void free.push(lane);
    serve(chosen.owner);
    chosen.resolve(lane);
  }

  function wait({ signal, owner, waitMs }: Asking): Promise<Lane> {
    const own = waiting.filter((one) => one.owner === owner).length;
    if (waiting.length >= waitingMax.all || own >= waitingMax.ofOwner) throw new QueueFull("too many wait already");
    const { promise, resolve, reject } = Promise.withResolvers<Lane>();
    const entry = { owner, resolve };
    const leave = (reason: unknown) => {
      const at = waiting.indexOf(entry);
      if (at >= 0) waiting.splice(at, 1);
      reject(reason);
    };
    const onAbort = () => leave(signal?.reason);
    const late = () => leave(new QueueFull(`no turn came within ${waitMs} ms`));
    const timer = waitMs === undefined ? undefined : setTimeout(late, waitMs);
    waiting.push(entry);
    signal?.addEventListener("abort", onAbort);
    return promise.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    });
  }

  return async function takeTurn(asking: Asking): Promise<Turn> {
    asking.signal?.throwIfAborted();
    const ready = free.pop();
    if (ready) serve(asking.owner);
    const lane = ready ?? (await wait(asking));
    return { lane, release: () => release(lane) };
  };
}
