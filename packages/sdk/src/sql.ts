import { type LimitState, limitsOf } from "./core/limits.ts";
import type { Answer } from "./core/send.ts";
import { type CallOptions, parse, type Transport } from "./core/transport.ts";
import type { components } from "./generated/types.ts";

type WireResult = components["schemas"]["SqlResult"];
type Value = string | number | boolean | null;

/** A row of a statement's result: a value for each of its columns. Say its type, if you know it: `wizdata.sql<{ top: number }>(…)`. */
export type SqlRow = Record<string, Value>;

export type SqlOptions = CallOptions & {
  /** Versions of the datasets it names, by slug; the current ones if not given. */
  versions?: Record<string, number> | undefined;
  /** The versions that were current at this moment, where `versions` names none. */
  as_of?: string | Date | undefined;
  /** A result with more rows is refused, and nothing is charged. As many as the server allows if not given. */
  max_rows?: number | undefined;
};

/** A whole result, with the type of each column, what it was metered by, a receipt for each dataset, and every limit that applies. */
export type SqlResult<Row extends object = SqlRow> = Omit<WireResult, "data"> & { data: Row[]; limits: LimitState[] };

/**
 * A statement that is run: awaited it is its result, iterated it is the rows of it. It is sent once, however often it is looked at,
 * and not before.
 *
 * @example for await (const { code } of wizdata.sql("SELECT DISTINCT code FROM nse_kenya")) console.log(code);
 */
export class SqlCall<Row extends object = SqlRow> implements PromiseLike<SqlResult<Row>>, AsyncIterable<Row> {
  readonly #run: () => Promise<SqlResult<Row>>;
  #result: Promise<SqlResult<Row>> | undefined;

  constructor(run: () => Promise<SqlResult<Row>>) {
    this.#run = run;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what it is for
  then<A = SqlResult<Row>, B = never>(
    onResult?: ((result: SqlResult<Row>) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#result ??= this.#run();
    return this.#result.then(onResult, onError);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    yield* (await this).data;
  }
}

/** The call that runs a statement. It changes nothing, so it is sent again where an attempt fails. */
export function sqlCall<Row extends object>(transport: Transport, sql: string, options: SqlOptions): SqlCall<Row> {
  const { versions, as_of, max_rows, ...call } = options;
  const body = { sql, versions, as_of, max_rows, format: "json" };
  return new SqlCall(() =>
    transport.run({ method: "POST", path: "/api/v1/sql", body, metered: null }, call, resultOf<Row>),
  );
}

async function resultOf<Row extends object>({ header, bytes }: Answer): Promise<SqlResult<Row>> {
  const result = parse<Omit<SqlResult<Row>, "limits">>(await bytes());
  return { ...result, limits: limitsOf(header("ratelimit-policy"), header("ratelimit")) };
}
