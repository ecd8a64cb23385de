import type { KeyChanges, NewKey, NewPartner, PartnerChanges } from "@wizdata/sdk";
import type { Failure } from "../failures.ts";
import { anyOf, arrayOf, nullable, objectOf, oneOf, string } from "../output/schema.ts";
import type { WantedSubscription } from "./declaration.ts";

export type FieldChange = { field: string; before: unknown; after: unknown };

/** What one step does. `earlier` names what was there before, so that a repeated step is told from a new one. */
export type Action =
  | { kind: "partner"; verb: "create"; body: NewPartner }
  | { kind: "partner"; verb: "change"; body: PartnerChanges }
  | { kind: "subscription"; verb: "create"; wanted: WantedSubscription; earlier: string[] }
  | { kind: "subscription"; verb: "change"; wanted: WantedSubscription; isEnding: boolean }
  | { kind: "subscription"; verb: "resume" }
  | { kind: "subscription"; verb: "remove" }
  | { kind: "key"; verb: "create"; body: NewKey; earlier: string[] }
  /** The key is there, and its secret never arrived: the server still has its answer. */
  | { kind: "key"; verb: "recover"; body: NewKey; idempotencyKey: string }
  | { kind: "key"; verb: "change"; body: KeyChanges }
  | { kind: "key"; verb: "remove" }
  /** It differs in what cannot be changed. */
  | { kind: "partner" | "key"; verb: "refuse"; reason: string };

/** `id` is of what is changed or removed; null for what is not there yet. */
export type Step = { partner: string; what: string; id: string | null; fields: FieldChange[]; action: Action };
/** What is there, is not in the file, and stays. */
export type Kept = { partner: string; kind: "key" | "subscription"; what: string; id: string };
export type Plan = { steps: Step[]; kept: Kept[]; unchanged: string[] };

export type StepState = "planned" | "done" | "failed" | "skipped";
export type StepResult = { state: StepState; id: string | null; failure?: Failure };

/** A step as `--json` prints it. */
export function stepBody({ partner, what, id, fields, action }: Step, result: StepResult | undefined) {
  const { kind, verb } = action;
  return {
    partner,
    kind,
    action: verb,
    what,
    id: result?.id ?? id,
    fields,
    state: result?.state ?? ("planned" as const),
    error: result?.failure ? { code: result.failure.code, message: result.failure.message } : null,
    reason: verb === "refuse" ? action.reason : null,
  };
}
export type StepBody = ReturnType<typeof stepBody>;

const text = nullable(string);
const value = { description: "As in the file." };

export const stepsSchema = {
  steps: arrayOf(
    objectOf({
      partner: string,
      kind: oneOf("partner", "key", "subscription"),
      action: oneOf("create", "change", "resume", "remove", "recover", "refuse"),
      what: string,
      id: text,
      fields: arrayOf(objectOf({ field: string }, { before: anyOf(value), after: anyOf(value) })),
      state: oneOf("planned", "done", "failed", "skipped"),
      error: nullable(objectOf({ code: string, message: string })),
      reason: text,
    }),
  ),
  kept: arrayOf(objectOf({ partner: string, kind: oneOf("key", "subscription"), what: string, id: string })),
  unchanged: arrayOf(string),
};
