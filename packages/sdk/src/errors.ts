const brand = Symbol.for("@wizdata/sdk.error");

/** What became of one attempt of a call. */
export type Attempt = {
  /** `ok`, the code of the problem, or the name of the error. */
  code: string;
  status?: number | undefined;
  requestId?: string | undefined;
  durationMs: number;
  /** How long the next attempt was put off; absent after the last. */
  retryInMs?: number;
};

/**
 * The root of every error that the SDK makes. `instanceof` holds even between two copies of the package.
 *
 * @example try { await wizdata.me.retrieve() } catch (error) { if (error instanceof WizDataError) console.error(error.message) }
 */
export class WizDataError extends Error {
  static readonly kind: string = "WizDataError";
  /** Every attempt of the failed call, the first one first; empty when nothing was sent. */
  attempts: readonly Attempt[] = [];

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    const kinds: string[] = [];
    for (let kind: unknown = new.target; isKind(kind); kind = Object.getPrototypeOf(kind)) kinds.push(kind.kind);
    // Hidden from console.log: of use to instanceof only.
    Object.defineProperty(this, brand, { value: kinds });
    Object.defineProperty(this, "name", { value: new.target.kind });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the subclass on the right of instanceof is meant
    return isOf(this, value);
  }
}

function isOf(family: typeof WizDataError, value: unknown): boolean {
  // A user's own subclass has no kind of its own, and is told by its prototype as usual.
  if (!Object.hasOwn(family, "kind")) return Function.prototype[Symbol.hasInstance].call(family, value);
  const kinds: unknown = typeof value === "object" && value !== null && brand in value ? value[brand] : undefined;
  return Array.isArray(kinds) && kinds.includes(family.kind);
}

function isKind(value: unknown): value is { kind: string } {
  return typeof value === "function" && "kind" in value && typeof value.kind === "string";
}

/** No key, a broken profile, or an address the key must not be sent to: nothing was sent. */
export class ConfigurationError extends WizDataError {
  static override readonly kind = "ConfigurationError";
}

/** The connection was refused, reset or never made. The server may have done what was asked. */
export class ConnectionError extends WizDataError {
  static override readonly kind: string = "ConnectionError";
}

/** An answer began and did not end. */
export class StreamInterruptedError extends ConnectionError {
  static override readonly kind = "StreamInterruptedError";
}

/** One attempt took longer than `timeoutMs`. */
export class TimeoutError extends WizDataError {
  static override readonly kind = "TimeoutError";
}

/** The call with all its attempts took longer than `deadlineMs`. */
export class DeadlineError extends WizDataError {
  static override readonly kind = "DeadlineError";
}

/** Bytes that arrived are not the bytes that were promised. Nothing of them is kept. */
export class IntegrityError extends WizDataError {
  static override readonly kind = "IntegrityError";
}
