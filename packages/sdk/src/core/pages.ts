import { WizDataError } from "./errors.ts";

/** One page of a list. `next_cursor` is null on the last. */
export type Page<Item> = { data: Item[]; has_more: boolean; next_cursor: string | null };

/**
 * A list: awaited it is its first page, iterated it is every item of every page. Nothing is asked for before either.
 *
 * @example for await (const partner of wizdata.partners.list({ status: "active" })) console.log(partner.company);
 */
export class Paged<Item, P extends Page<Item> = Page<Item>> implements PromiseLike<P>, AsyncIterable<Item> {
  readonly #read: (after: string | undefined) => Promise<P>;
  #first: Promise<P> | undefined;

  constructor(read: (after: string | undefined) => Promise<P>) {
    this.#read = read;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what it is for
  then<A = P, B = never>(
    onPage?: ((page: P) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#firstPage().then(onPage, onError);
  }

  /** Page by page, to the last. */
  async *pages(): AsyncGenerator<P, void, undefined> {
    let page = await this.#firstPage();
    for (;;) {
      yield page;
      const cursor = page.next_cursor;
      if (cursor === null) return;
      page = await this.#read(cursor);
      if (page.next_cursor === cursor)
        throw new WizDataError("The list does not end: a page names itself as the next.");
    }
  }

  #firstPage(): Promise<P> {
    this.#first ??= this.#read(undefined);
    return this.#first;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }
}
