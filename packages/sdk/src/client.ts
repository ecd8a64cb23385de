import { Catalog } from "./catalog.ts";
import type { SeenLimit, SeenLimits } from "./core/limits.ts";
import { Transport, type TransportOptions } from "./core/transport.ts";
import { Data } from "./data.ts";
import { Estimates } from "./estimates.ts";
import { Exports } from "./exports.ts";
import { Resources } from "./generated/resources.ts";
import { Ledger } from "./ledger.ts";
import { type SqlCall, type SqlOptions, type SqlRow, sqlCall } from "./sql.ts";

/** How a client finds its server and behaves towards it. Everything has a default. */
export type WizDataOptions = TransportOptions;

/**
 * A client of one WizData server. Making one reads, opens and sends nothing; the first call does.
 *
 * @throws {@link ConfigurationError} at the first call, when there is no key, or one that must not be sent where baseURL says
 * @example
 * const wizdata = new WizData(); // WIZDATA_API_KEY and WIZDATA_BASE_URL, else the CLI's profile
 * for await (const row of wizdata.data.rows("nse-kenya", { code: "SCOM" })) console.log(row);
 */
export class WizData extends Resources {
  readonly data: Data;
  override readonly datasets: Catalog;
  override readonly estimates: Estimates;
  override readonly exports: Exports;
  override readonly ledger: Ledger;
  readonly #limits: SeenLimits;
  readonly #transport: Transport;

  constructor(options: WizDataOptions = {}) {
    const transport = new Transport(options);
    super(transport);
    this.data = new Data(transport);
    this.datasets = new Catalog(transport);
    this.estimates = new Estimates(transport);
    this.exports = new Exports(transport);
    this.ledger = new Ledger(transport);
    this.#limits = transport.limits;
    this.#transport = transport;
  }

  /**
   * Runs one SELECT, in DuckDB's SQL, over datasets that you subscribe to under a tier with custom queries. Each is a table of its slug:
   * `"nse-kenya"`, or `nse_kenya` without quotes. The result comes whole or not at all, and each dataset in it is charged as one call.
   *
   * @throws {@link ValidationError} faulty_sql, sql_too_broad · {@link PermissionDeniedError} subscription_required, feature_not_licensed · {@link QuotaExceededError}
   * @example const { data, columns, bytes_scanned } = await wizdata.sql("SELECT code, max(day_price) AS top FROM nse_kenya GROUP BY code");
   */
  sql<Row extends object = SqlRow>(statement: string, options: SqlOptions = {}): SqlCall<Row> {
    return sqlCall<Row>(this.#transport, statement, options);
  }

  /**
   * Every limit that the answers of this client's metered calls told of, as it stood after the last one that did: each window once, those
   * of a license once a dataset. Empty before the first. It asks the server nothing; `usage.limits` does.
   *
   * @example for (const { name, dataset, remaining, resetsAt } of wizdata.limits) console.log(name, dataset, remaining, resetsAt.toISOString());
   */
  get limits(): readonly SeenLimit[] {
    return this.#limits.list();
  }
}
