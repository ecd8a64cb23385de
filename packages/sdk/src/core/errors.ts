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
  /** Every attempt of the failed call, the first one first; empty when nothing was sent. */
  attempts: readonly Attempt[] = [];
}

/** No key, a broken profile, or an address the key must not be sent to: nothing was sent. */
export class ConfigurationError extends WizDataError {}

/** The connection was refused, reset or never made. The server may have done what was asked. */
export class ConnectionError extends WizDataError {}

/** An answer began and did not end. */
export class StreamInterruptedError extends ConnectionError {}

/** One attempt took longer than `timeoutMs`. */
export class TimeoutError extends WizDataError {}

/** The call with all its attempts took longer than `deadlineMs`. */
export class DeadlineError extends WizDataError {}

/** Bytes that arrived are not the bytes that were promised. Nothing of them is kept. */
export class IntegrityError extends WizDataError {}

brand({
  WizDataError,
  ConfigurationError,
  ConnectionError,
  StreamInterruptedError,
  TimeoutError,
  DeadlineError,
  IntegrityError,
});

/** Gives classes of errors names that survive minifying, and by these names an `instanceof` that holds between copies of the package. */
export function brand(families: Record<string, { prototype: WizDataError }>): void {
  for (const [name, family] of Object.entries(families)) {
    const symbol = Symbol.for(`@wizdata/sdk/${name}`);
    Object.defineProperties(family.prototype, { name: { value: name }, [symbol]: { value: true } });
    Object.defineProperty(family, Symbol.hasInstance, {
      value(this: unknown, value: unknown): boolean {
        // A subclass of the user's own inherits this, and is told by its prototype as usual.
        if (this !== family) return Function.prototype[Symbol.hasInstance].call(this, value);
        return typeof value === "object" && value !== null && symbol in value;
      },
    });
  }
}
