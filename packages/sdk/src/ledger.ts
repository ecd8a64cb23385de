import { publishedKeys } from "./core/published-keys.ts";
import type { CallOptions, Transport } from "./core/transport.ts";
import { LedgerResource, type UsageLedgerParams, UsageResource } from "./generated/resources.ts";
import type { SigningKey, UsageLedger } from "./generated/schemas.ts";

/** All of a partner's events of a signed day, and the public keys of the platform as it told them when they were read. */
export type LedgerDocument = Omit<UsageLedger, "has_more" | "next_cursor"> & { keys: SigningKey[] };

/** `wizdata.ledger`: what was used, as the platform signed it day by day. */
export class Ledger extends LedgerResource {
  readonly #usage: UsageResource;

  constructor(transport: Transport) {
    super(transport);
    this.#usage = new UsageResource(transport);
  }

  /**
   * The public keys that the ledger and the manifests of exports are or were signed with. They are told to everybody: keep them from elsewhere, or from earlier, and
   * nobody can show you a ledger or an export under a key that was made for it.
   *
   * @example const keys = await wizdata.ledger.keys();
   */
  keys(options?: CallOptions): Promise<SigningKey[]> {
    return publishedKeys(this.transport, options);
  }

  /**
   * Everything there is of a partner on a signed UTC day, in one document: all pages of `usage.ledger`, with the keys. It can be checked
   * without asking anybody, by `wizdata usage verify` or by hand.
   *
   * @throws {@link ConflictError} ledger_not_signed, until a minute after the day is over
   * @example console.log(JSON.stringify(await wizdata.ledger.document({ day: "2026-03-10" })));
   */
  async document(params: UsageLedgerParams, options?: CallOptions): Promise<LedgerDocument> {
    const keys = await this.keys(options);
    const ledger = this.#usage.ledger(params, options);
    const { has_more: _more, next_cursor: _next, ...first } = await ledger;
    return { ...first, data: await Array.fromAsync(ledger), keys };
  }
}
