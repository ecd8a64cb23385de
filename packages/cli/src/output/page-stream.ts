/** A page of a list, with whatever else the answer says beside it. */
export type PageLike = {
  readonly data: readonly unknown[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
  /** What people are told with it, on stderr: no part of the data. */
  readonly note?: string;
};

/** A list that is printed page by page and never held whole, so that its length costs no memory. */
export class PageStream<Page> {
  readonly pages: AsyncIterable<Page & PageLike>;

  constructor(pages: AsyncIterable<Page & PageLike>) {
    this.pages = pages;
  }
}
