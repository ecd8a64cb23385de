/** The next items of a sorted source, at most as many as asked; fewer mean that it has ended. */
export type Source<T> = (itemsMax: number) => T[];

const chunkItemsMin = 8;

/**
 * The first items of many sorted sources together. Reads little more than it returns: each source is read in small chunks, and
 * read on only when its chunk is used up.
 */
export function mergeSources<T>(sources: Source<T>[], compare: (left: T, right: T) => number, itemsMax: number): T[] {
  const chunkItems = Math.max(chunkItemsMin, Math.ceil((2 * itemsMax) / sources.length));
  let heads = sources.map((read): Head<T> => ({ read, items: [], at: 0, ended: false }));
  const merged: T[] = [];
  while (heads.length > 0 && merged.length < itemsMax) {
    for (const head of heads) if (head.at === head.items.length) readOn(head, chunkItems);
    const safe = takeSafe(heads, compare);
    merged.push(...safe.sort(compare));
    heads = heads.filter((head) => !head.ended || head.at < head.items.length);
  }
  return merged.slice(0, itemsMax);
}

type Head<T> = { read: Source<T>; items: T[]; at: number; ended: boolean };

function readOn<T>(head: Head<T>, itemsMax: number): void {
  head.items = head.ended ? [] : head.read(itemsMax);
  head.at = 0;
  head.ended = head.items.length < itemsMax;
}

/** What is read and not beyond the last item of any source that goes on: nothing unread can come before it. */
function takeSafe<T>(heads: Head<T>[], compare: (left: T, right: T) => number): T[] {
  let limit: { item: T } | undefined;
  for (const { items, ended } of heads) {
    const last = items.at(-1);
    if (!ended && last !== undefined && (!limit || compare(last, limit.item) < 0)) limit = { item: last };
  }
  const safe: T[] = [];
  for (const head of heads) {
    for (; head.at < head.items.length; head.at++) {
      // Within the bounds of the array, as the loop says.
      const item = head.items[head.at] as T;
      if (limit && compare(item, limit.item) > 0) break;
      safe.push(item);
    }
  }
  return safe;
}
