import { Resources } from "./generated/resources.ts";
import { Transport, type TransportOptions } from "./transport.ts";

/** How a client finds its server and behaves towards it. Everything has a default. */
export type WizDataOptions = TransportOptions;

/**
 * A client of one WizData server. Making one reads, opens and sends nothing; the first call does.
 *
 * @example
 * const wizdata = new WizData(); // WIZDATA_API_KEY and WIZDATA_BASE_URL, else the CLI's profile
 * console.log(await wizdata.me.retrieve());
 */
export class WizData extends Resources {
  constructor(options: WizDataOptions = {}) {
    super(new Transport(options));
  }
}
