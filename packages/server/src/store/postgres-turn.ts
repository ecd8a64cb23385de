import postgres from "postgres";
import { steady } from "./postgres-socket.ts";

const connectTimeoutSeconds = 5;
/** A connection that says nothing would be taken for one that is lost. */
const aliveMs = 10_000;

/**
 * Does a long piece of work if no other process does it now: the lock is one of the database and ends with its connection. Held in
 * a transaction, because a pooler gives no session to keep; it sees nothing and so keeps nothing from being cleaned up.
 */
export async function inTurn(url: string, lock: number, work: () => Promise<void>): Promise<void> {
  const client = postgres(url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => {},
    ...steady(),
  });
  try {
    await client.begin(async (tx) => {
      const [turn] = await tx<{ taken: boolean }[]>`select pg_try_advisory_xact_lock(${lock}) as taken`;
      if (!turn?.taken) return;
      // When it fails the lock is gone, and the work fails or is found to be done already.
      const timer = setInterval(() => void tx`select 1`.catch(() => {}), aliveMs);
      await work().finally(() => clearInterval(timer));
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
