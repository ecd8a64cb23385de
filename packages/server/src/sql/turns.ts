/** Too many statements wait already, or none came to an end in time. */
export class NoTurn extends Error {
  override readonly name = "NoTurn";
}

export type TurnBounds = {
  /** How many run at the same time, of all and of one owner. */
  runningMax: number;
  ofOwnerMax: number;
  waitingMax: number;
  waitingOfOwnerMax: number;
  waitMs: number;
};
type Waiting = { owner: string; begin(): void };

/** Lets a few run at the same time, fewer of each owner; the rest waits in order of arrival, and for so long only. */
export function createTurns({ runningMax, ofOwnerMax, waitingMax, waitingOfOwnerMax, waitMs }: TurnBounds) {
  const running = new Map<string, number>();
  let waiting: Waiting[] = [];

  const runningOf = (owner: string) => running.get(owner) ?? 0;
  const total = () => [...running.values()].reduce((sum, count) => sum + count, 0);
  const hasRoomFor = (owner: string) => total() < runningMax && runningOf(owner) < ofOwnerMax;

  function begin(owner: string): () => void {
    running.set(owner, runningOf(owner) + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      if (runningOf(owner) === 1) running.delete(owner);
      else running.set(owner, runningOf(owner) - 1);
      const next = waiting.find((one) => hasRoomFor(one.owner));
      next?.begin();
    };
  }

  return async function takeTurn(owner: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (hasRoomFor(owner)) return begin(owner);
    const own = waiting.filter((one) => one.owner === owner).length;
    if (waiting.length >= waitingMax || own >= waitingOfOwnerMax) throw new NoTurn("too many wait already");
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const leave = () => {
      waiting = waiting.filter((one) => one !== entry);
    };
    const entry: Waiting = {
      owner,
      begin() {
        leave();
        resolve(begin(owner));
      },
    };
    const giveUp = (reason: unknown) => {
      leave();
      reject(reason);
    };
    const onAbort = () => giveUp(signal.reason);
    const timer = setTimeout(() => giveUp(new NoTurn(`no turn came within ${waitMs} ms`)), waitMs);
    waiting.push(entry);
    signal.addEventListener("abort", onAbort);
    return promise.finally(() => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    });
  };
}
