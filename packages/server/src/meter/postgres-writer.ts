import { sql } from "drizzle-orm";
import postgres, { type TransactionSql } from "postgres";
import type { PostgresStore } from "../store/postgres.ts";
import { steady } from "../store/postgres-socket.ts";
import { type Counter, countersOf, type Decision, decide } from "./decide.ts";
import type { Member } from "./meter.ts";
import type { Contract, Credential } from "./rights.ts";
import { type Adding, asFields, type Reading } from "./statements.ts";
import { isSubject, subjectOf } from "./subject.ts";
import { type CounterId, type Counts, counterKey } from "./windows.ts";
import type { Writer } from "./writer.ts";
import { addingStatements, rightsStatements } from "./writing-sql.ts";

const connectTimeoutSeconds = 5;
const attemptsMax = 3;
const lockTimeoutMs = 2_000;
const bigintType = 20;
const timestamptzType = 1184;

/** Writes in one transaction on a connection of its own. Rows travel as one JSON text a statement, however many there are. */
export function openPostgresWriter({ url, db }: PostgresStore): Writer {
  const client = postgres(url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => {},
    ...steady(),
    types: {
      count: { to: bigintType, from: [bigintType], serialize: String, parse: Number },
      timeMs: {
        to: timestamptzType,
        from: [timestamptzType],
        serialize: String,
        parse: (text: string) => new Date(text).getTime(),
      },
    },
  });
  const reading = rightsStatements(
    db,
    (id) => sql`${id} in (select jsonb_array_elements_text(${sql.placeholder("ids")}::text::jsonb))`,
  );
  const adding = addingStatements(db);
  const counterKeys = {
    names: `"owner", "window", "start"`,
    types: `"owner" text collate "C", "window" text collate "C", "start" text collate "C"`,
  };
  let hasEpoch: Promise<unknown> | undefined;

  async function write(tx: TransactionSql, members: readonly Member[], nowMs: number): Promise<Decision> {
    const [, , credentials, contracts] = await Promise.all([
      tx.unsafe(`set local lock_timeout = ${lockTimeoutMs}`),
      // Whoever changes rights writes this row: until we commit no change of them can, so none is overtaken by an answer.
      tx`select value from epochs where id = 'rights' for share`,
      read<Credential>(
        tx,
        reading.credentials,
        members.map(({ keyId }) => keyId),
      ),
      read<Contract>(
        tx,
        reading.contracts,
        members.map(({ subscriptionId }) => subscriptionId),
      ),
    ]);
    const keys = new Map(credentials.map((credential) => [credential.keyId, credential]));
    const subscriptions = new Map(contracts.map((contract) => [contract.subscriptionId, contract]));
    const subjects = members.map(({ keyId, subscriptionId }) =>
      subjectOf(keys.get(keyId), subscriptions.get(subscriptionId), nowMs),
    );
    const standing = await lockCounters(
      tx,
      subjects.flatMap((subject) => (isSubject(subject) ? countersOf(subject) : [])),
    );
    const decision = decide(members, subjects, standing, nowMs);
    const at = new Date(nowMs).toISOString();
    await Promise.all([
      add(tx, adding.counters, decision.counters),
      add(
        tx,
        adding.events,
        decision.events.map((event) => ({ ...event, at })),
      ),
      add(tx, adding.rollups, decision.rollups),
    ]);
    return decision;
  }

  /** In order of their keys, as everybody locks counters, so that nobody waits in a circle. */
  async function lockCounters(tx: TransactionSql, ids: readonly CounterId[]): Promise<Map<string, Counts>> {
    const distinct = new Map(
      ids.map(({ owner, window, start }) => [counterKey({ owner, window, start }), { owner, window, start }]),
    );
    if (distinct.size === 0) return new Map();
    const wanted = `jsonb_to_recordset($1::text::jsonb) as wanted (${counterKeys.types})`;
    const json = JSON.stringify([...distinct.values()]);
    const [, rows] = await Promise.all([
      tx.unsafe(
        `insert into counters (${counterKeys.names}, used, held) select ${counterKeys.names}, 0, 0 from ${wanted} order by ${counterKeys.names} on conflict do nothing`,
        [json],
      ),
      tx.unsafe<Counter[]>(
        `select counters.* from counters join ${wanted} using (${counterKeys.names}) order by ${counterKeys.names} for update of counters`,
        [json],
      ),
    ]);
    return new Map(rows.map((row) => [counterKey(row), row]));
  }

  return {
    turn: (work) => work(),
    async write(members, nowMs) {
      hasEpoch ??= client`insert into epochs (id, value) values ('rights', 0) on conflict do nothing`.catch((error) => {
        hasEpoch = undefined;
        throw error;
      });
      await hasEpoch;
      for (let attempt = 1; ; attempt++) {
        let isDecided = false;
        try {
          return await client.begin(async (tx) => {
            const { outcomes } = await write(tx, members, nowMs);
            isDecided = true;
            return outcomes;
          });
        } catch (error) {
          // Nothing is stored before the commit is sent, so until then a lost connection is no reason to refuse anybody.
          if (isDecided || attempt === attemptsMax || !isConnectionLost(error)) throw error;
        }
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
}

const lost = new Set([
  "57P01",
  "57P02",
  "57P03",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "ECONNRESET",
  "EPIPE",
]);

function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && "code" in error && lost.has(String(error.code));
}

async function read<T>(tx: TransactionSql, reading: Reading, ids: readonly string[]): Promise<T[]> {
  const rows = await tx.unsafe(reading.text, [JSON.stringify([...new Set(ids)])]).values();
  return rows.map((row) => asFields<T>(reading, row));
}

async function add(tx: TransactionSql, { into, onConflict, columns }: Adding, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = columns.map(({ field }) => `"${field}"`).join(", ");
  const types = columns.map(({ field, type }) => `"${field}" ${type}`).join(", ");
  await tx.unsafe(
    `${into} select ${fields} from jsonb_to_recordset($1::text::jsonb) as added (${types}) ${onConflict}`,
    [JSON.stringify(rows)],
  );
}
