import assert from "node:assert/strict";
import { type Answer, ask, bodyOf } from "../../scripts/proving/ask.ts";
import { type Reader, slug } from "../../scripts/proving/market.ts";

// A packed answer would be hard to read in a recording.
const plain = { "accept-encoding": "identity" };

/** Asks for pages and makes partners and keys, side by side. Gives every id that an answer promised. */
export async function beBusy(
  url: string,
  operatorKey: string,
  readers: readonly Reader[],
  { pages, partners }: { pages: number; partners: number },
): Promise<Set<string>> {
  const told = new Set<string>();
  const hear = (answer: Answer | undefined, status: number): Answer => {
    assert.equal(answer?.status, status, answer?.text);
    return answer;
  };
  const post = async (path: string, body: object, name: string) => {
    const headers = { ...plain, "idempotency-key": name };
    const answer = hear(await ask(url, operatorKey, `/api/v1${path}`, { method: "POST", body, headers }), 201);
    const { id } = bodyOf<{ id: string }>(answer);
    told.add(id);
    return id;
  };
  const read = async ({ key }: Reader) => {
    for (let page = 0; page < pages / readers.length; page++) {
      const answer = hear(await ask(url, key, `/api/v1/data/${slug}?limit=${1 + (page % 9)}`, { headers: plain }), 200);
      if (answer.receipt !== undefined) told.add(answer.receipt);
    }
  };
  const write = async (writer: number) => {
    for (let at = 0; at < partners / 4; at++) {
      const name = `writer${writer}-${at}`;
      const id = await post("/partners", { company: name, email: `data@${name}.example` }, name);
      await post(`/partners/${id}/keys`, { name: "first" }, `${name}-key`);
    }
  };
  await Promise.all([...readers.map(read), ...[0, 1, 2, 3].map(write)]);
  return told;
}
