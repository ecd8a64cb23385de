import { hash } from "node:crypto";
import type { AccessLine } from "../access-log.ts";
import { logicalCall } from "../data/metered.ts";
import type { Call } from "../http/call.ts";
import { lockChain } from "../meter/chain.ts";
import type { MinuteSlots } from "../meter/limits.ts";
import { minuteStates } from "../meter/limits.ts";
import { askedCharsMax, type Member, type WindowState } from "../meter/meter.ts";
import { unitsOf } from "../meter/operations.ts";
import { findReversible, reverseEvents } from "../meter/reversals.ts";
import { windowsText } from "../meter/windows.ts";
import type { Services } from "../services.ts";
import type { Access } from "../subscriptions/access.ts";

/** A dataset that is about to be charged for what a statement read of it. */
export type Charge = { access: Access; slots: MinuteSlots; version: number; rows: number; bytes: number };

/** What was asked, as it is remembered, and what makes a repeated call the same. */
export type AskedSql = { text: string; identity: string };

/** The same call of the same statement, in what it is about this dataset. */
export function callOf(call: Call, { identity }: AskedSql, slug: string) {
  const logical = logicalCall(call, hash("sha256", `${slug} ${identity}`, "base64url").slice(0, 22));
  // A call name has no space, so it is nobody else's.
  return logical && { ...logical, id: `${logical.id} ${slug}` };
}

/**
 * Stores one usage event for each dataset, in order of their slugs: all of them or none. Where one is refused, those before it are
 * taken back by entries of their own before the caller hears of it.
 */
export async function chargeAll(services: Services, call: Call, asked: AskedSql, charges: readonly Charge[]) {
  const receipts: string[] = [];
  const made: string[] = [];
  const lines: AccessLine[] = [];
  const windows = new Map<string, WindowState>();
  const note = (state: WindowState) => {
    const known = windows.get(state.name);
    if (!known || state.remaining < known.remaining) windows.set(state.name, state);
  };
  try {
    for (const charge of charges) {
      const eventId = services.newId("use");
      const minutes = minuteStates(services, charge.slots);
      const member = memberOf(call, asked, charge, eventId, windowsText(minutes));
      const verdict = await services.meter.commit(member);
      if (!verdict.admitted) throw verdict.problem;
      lines.push(lineOf(member, verdict.receipt));
      receipts.push(verdict.receipt);
      // A repeated call has the receipt of the first, which is not this one's to take back.
      if (verdict.receipt === eventId) made.push(eventId);
      for (const state of [...minutes, ...verdict.windows]) note(state);
    }
  } catch (error) {
    if (made.length > 0) await takeBack(services, call, made);
    throw error;
  }
  return { receipts, lines, windows: [...windows.values()] };
}

const lineOf = (member: Member, receipt: string): AccessLine => ({
  request_id: member.requestId,
  receipt,
  ...(receipt === member.eventId ? {} : { repeat: true }),
  partner_id: member.partnerId,
  key_id: member.keyId,
  dataset: member.dataset,
  operation: member.operation,
  status: member.status,
  rows: member.rows,
  bytes: member.bytes,
});

function memberOf(call: Call, asked: AskedSql, charge: Charge, eventId: string, minutes: string): Member {
  const { access, version, rows, bytes } = charge;
  return {
    eventId,
    operation: "sql",
    version,
    rows,
    bytes,
    requestId: call.requestId,
    partnerId: access.partnerId,
    lineageId: call.principal.lineageId,
    keyId: call.principal.keyId,
    subscriptionId: access.subscriptionId,
    dataset: access.dataset,
    status: 200,
    units: unitsOf("sql", access.weights),
    asked: asked.text.slice(0, askedCharsMax).toWellFormed(),
    minutes,
    call: callOf(call, asked, access.dataset),
  };
}

const reason = "The statement was refused for another of the datasets it names.";

/** Where even this fails the receipts stay unsent, and the next start takes them back. */
async function takeBack({ store, meter, clock, newId, log }: Services, { requestId }: Call, receipts: string[]) {
  try {
    await store.transaction(async (tx) => {
      const end = await lockChain(tx, meter.chain, clock());
      const events = await findReversible(tx, receipts);
      await reverseEvents(tx, end, events, { outcome: "interrupted", reason, requestId }, newId);
    });
    for (const receipt of receipts) meter.left(receipt);
  } catch (error) {
    log.error({ err: error, receipts }, "usage of a refused statement was not taken back");
  }
}
