import { threadDied } from "../../packages/server/src/meter/failures.ts";
import { writingSetup } from "../../packages/server/src/meter/sqlite-writer.ts";
import { StoringFailed, type Writer } from "../../packages/server/src/meter/writer.ts";
import { openWriting } from "../../packages/server/src/meter/writing.ts";
import type { SqliteStore } from "../../packages/server/src/store/sqlite.ts";

/** Where a process can die between a call and its answer. */
export type Moment = "before-commit" | "after-commit" | "on-answer" | "after-answer";

/**
 * What the meter's thread does, done on the event loop: the same code on the same file, but at instants that a seed decides, so that a
 * history can be played again. That the thread dies as well as it should is what the proof `kills` is for.
 */
export function openLoopWriter(reach: (moment: Moment) => void, onStored: (pending: readonly string[]) => void) {
  return ({ file, db, turns }: SqliteStore, chain: string): Writer => {
    const writing = openWriting(writingSetup({ file, db }, chain));
    let isDead = false;
    const dieIfDead = () => {
      if (isDead) throw new StoringFailed("The process is dead.", threadDied);
    };
    return {
      turn: turns,
      async write(group) {
        dieIfDead();
        reach("before-commit");
        dieIfDead();
        const written = writing.answer(group);
        if ("error" in written) throw new StoringFailed(written.error.message, written.error.code);
        const isBlock = written.outcomes.some(
          ({ refusal, receipt }, at) => !refusal && receipt === group.members[at]?.eventId,
        );
        if (isBlock) onStored(group.pending);
        reach("after-commit");
        dieIfDead();
        return written.outcomes;
      },
      async sever() {
        isDead = true;
        writing.close();
      },
      async close() {
        isDead = true;
        writing.close();
      },
    };
  };
}
