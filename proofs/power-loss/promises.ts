import { bytesOf, type SystemCall } from "./trace.ts";

const sending = new Set(["write", "writev", "sendto", "sendmsg"]);
const receipt = /^wizdata-receipt: (use_[0-9a-z]+)/gim;
const made = /^\{"id":"((?:par|key)_[0-9a-z]+)"/gm;

/** What a client is promised by what it is sent, at the moment at which it is sent. */
export function acknowledgedIn(call: SystemCall): { ids: string[]; posts: number } {
  if (!sending.has(call.name) || !/^(socket|TCP)/.test(call.file)) return { ids: [], posts: 0 };
  const text = bytesOf(call).toString("latin1");
  const receipts = [...text.matchAll(receipt)].map(([, id = ""]) => id);
  const things = [...text.matchAll(made)].map(([, id = ""]) => id);
  return { ids: [...receipts, ...things.flatMap((id) => [id, `audit of ${id}`])], posts: things.length };
}
