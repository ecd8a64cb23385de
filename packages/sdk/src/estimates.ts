import type { CallOptions } from "./core/transport.ts";
import { EstimatesResource } from "./generated/resources.ts";
import type { Estimate, NewEstimate } from "./generated/schemas.ts";

/** `wizdata.estimates`: what a query or an export would come to. */
export class Estimates extends EstimatesResource {
  /**
   * Tells the rows, bytes and files that an export would come to, or the rows and bytes of a query where no format is given. It is of the
   * order that `exports.create` would make of the same words, so `formula_safe` is off unless it is asked for.
   *
   * @throws {@link APIError} subscription_required, feature_not_licensed, query_too_broad
   * @example const { rows, bytes } = await wizdata.estimates.create({ dataset: "nse-kenya", format: "csv", filters: { code: "SCOM" } });
   */
  override create(wanted: NewEstimate, options?: CallOptions): Promise<Estimate> {
    return super.create(wanted.format === "csv" ? { formula_safe: false, ...wanted } : wanted, options);
  }
}
