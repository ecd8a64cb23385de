/**
 * The receipts that are on their way: from before their event is stored until their answer has been handed to a socket. Each
 * commit stores which they are, so that after a crash it is known whose answers may never have left.
 */
export class UnsentReceipts {
  readonly #receipts = new Set<string>();
  #isStored = true;

  add(receipt: string): void {
    this.#receipts.add(receipt);
    this.#isStored = false;
  }

  left(receipt: string): void {
    if (this.#receipts.delete(receipt)) this.#isStored = false;
  }

  /** For the commit that is about to store them. */
  take(): string[] {
    this.#isStored = true;
    return [...this.#receipts];
  }

  /** Whether the last commit stored them as they are now. */
  get isStored(): boolean {
    return this.#isStored;
  }

  /** What was taken could not be stored. */
  noteLost(): void {
    this.#isStored = false;
  }
}
