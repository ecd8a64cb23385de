import type { Part } from "./lake.ts";

/** More parts of a partition than that are made fewer. */
const partsOfPartitionMax = 8;
/** Rows that come, by where they belong; `part` is null behind all parts of the partition. */
export type Coming = { partition: string; part: number | null; rows: number };

/** A part of the base, by its place there, and how many rows go from it and come into it. */
export type Touched = { at: number; part: Part; removed: number; added: number };

/** Rows that will be one part: those of parts of the base with their changes, and those behind them. */
export type Group = {
  parts: Touched[];
  /** Whether it has the rows behind all parts of the partition. */
  takesBehind: boolean;
  rows: number;
  /** About, before it is written. */
  bytes: number;
};

/** A part without a change, which stays as it is. */
export const isKept = ({ parts, takesBehind }: Group) =>
  !takesBehind && parts.length === 1 && parts.every(({ removed, added }) => removed + added === 0);

/**
 * Which parts a partition has after its rows have changed. What is smaller than `partBytesMin` becomes one with what comes after it, so
 * that only the last may be smaller. Its parts are given in order of time and have no time in common; neither
 * have those that come of it, since only neighbours are made one. So readers go through them one after the other.
 */
export function groupParts(touched: readonly Touched[], behindRows: number, partBytesMin: number): Group[] {
  const groups: Group[] = [];
  for (const next of [...touched.map(groupOf), ...groupBehind(touched, behindRows)]) {
    const last = groups.at(-1);
    if (last && last.bytes < partBytesMin) groups.splice(-1, 1, joined([last, next]));
    else if (next.rows > 0) groups.push(next);
  }
  if (groups.length <= partsOfPartitionMax) return groups;
  const from = firstToJoin(groups);
  return [...groups.slice(0, from), joined(groups.slice(from))];
}

/**
 * The last ones become one, as far back as each has no more bytes than all behind it: a row is then written again only as often as the
 * partition doubles, however often a little is appended.
 */
function firstToJoin(groups: readonly Group[]): number {
  let from = Math.min(groups.length - 2, partsOfPartitionMax - 1);
  let bytesBehind = joined(groups.slice(from)).bytes;
  for (let next = groups[from - 1]; next && next.bytes <= bytesBehind; next = groups[from - 1]) {
    bytesBehind += next.bytes;
    from--;
  }
  return from;
}

function groupOf(touched: Touched): Group {
  const { part, removed, added } = touched;
  const rows = part.rows - removed + added;
  return { parts: [touched], takesBehind: false, rows, bytes: bytesOf(part.bytes, part.rows, rows) };
}

function groupBehind(touched: readonly Touched[], rows: number): Group[] {
  if (rows === 0) return [];
  const sum = (of: (part: Part) => number) => touched.reduce((total, { part }) => total + of(part), 0);
  const bytes = bytesOf(
    sum((part) => part.bytes),
    sum((part) => part.rows),
    rows,
  );
  return [{ parts: [], takesBehind: true, rows, bytes }];
}

const bytesOf = (bytes: number, ofRows: number, rows: number) => (ofRows === 0 ? 0 : (bytes / ofRows) * rows);

function joined(groups: readonly Group[]): Group {
  return {
    parts: groups.flatMap(({ parts }) => parts),
    takesBehind: groups.some(({ takesBehind }) => takesBehind),
    rows: groups.reduce((rows, group) => rows + group.rows, 0),
    bytes: groups.reduce((bytes, group) => bytes + group.bytes, 0),
  };
}
