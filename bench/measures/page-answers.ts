import { deepEqual, equal } from "node:assert/strict";
import { pageRows } from "../nse-kenya.ts";
import type { ServerProcess } from "../server-process.ts";

/** A server and a key that it knows. */
export type Asked = { server: ServerProcess; key: string };
type Body = { data: unknown[]; next_cursor: string | null };

/** The work is the same only if the answers are: byte for byte, but for the cursor, which each side signs or makes up for itself. */
export async function comparePages(ours: Asked, peer: Asked, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const [mine, theirs] = await Promise.all([textOf(ours, path), textOf(peer, path)]);
    const [one, other]: Body[] = [JSON.parse(mine), JSON.parse(theirs)];
    equal(one?.data.length, pageRows, `not a full page: ${path}`);
    deepEqual(one?.data, other?.data);
    if (one?.next_cursor === null) equal(mine, theirs);
    else equal(mine.replace(one?.next_cursor ?? "", ""), theirs.replace(other?.next_cursor ?? "", ""));
  }
}

export async function textOf({ server, key }: Asked, path: string): Promise<string> {
  const answer = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  return answer.text();
}
