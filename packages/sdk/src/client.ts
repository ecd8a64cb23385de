import { Catalog } from "./catalog.ts";
import { Transport, type TransportOptions } from "./core/transport.ts";
import { Data } from "./data.ts";
import { Exports } from "./exports.ts";
import { Resources } from "./generated/resources.ts";

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
  override readonly exports: Exports;

  constructor(options: WizDataOptions = {}) {
    const transport = new Transport(options);
    super(transport);
    this.data = new Data(transport);
    this.datasets = new Catalog(transport);
    this.exports = new Exports(transport);
  }
}
