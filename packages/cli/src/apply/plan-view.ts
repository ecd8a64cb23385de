import { type Money, moneyText } from "../output/money.ts";
import type { DiffGroup, DiffMark } from "../output/view.ts";
import type { Kept, StepBody } from "./steps.ts";

const marks: Record<StepBody["action"], DiffMark> = {
  create: "+",
  recover: "+",
  change: "~",
  resume: "~",
  remove: "-",
  refuse: "!",
};

export type Shown = { steps: readonly StepBody[]; kept: readonly Kept[] };

/** What changes, partner by partner; what stays although the file does not name it is shown too. */
export function diffGroups({ steps, kept }: Shown): DiffGroup[] {
  const partners = [...new Set([...steps, ...kept].map(({ partner }) => partner))];
  return partners.map((partner) => ({
    title: partner,
    lines: [
      ...steps.filter((step) => step.partner === partner).flatMap(linesOf),
      ...kept
        .filter((one) => one.partner === partner)
        .map(({ kind, what }) => [" ", `${kind} ${what} is not in the file and stays (--prune removes it)`] as const),
    ],
  }));
}

function linesOf(step: StepBody): (readonly [DiffMark, string])[] {
  const { kind, action, what, fields, state, error, reason } = step;
  const mark = marks[action];
  const outcome = state === "failed" ? ` — failed: ${error?.message}` : state === "skipped" ? " — not tried" : "";
  const about = action === "recover" ? `${kind} ${what}: fetch the secret that did not arrive` : `${kind} ${what}`;
  const changes = fields.map(({ field, before, after }) => {
    const shown = action === "create" ? `${field}: ${text(after)}` : `${field}: ${text(before)} → ${text(after)}`;
    return [mark, `  ${shown}`] as const;
  });
  const why = reason === null || state === "failed" ? [] : [["!", `  ${reason}`] as const];
  return [[mark, about + outcome], ...changes, ...why];
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (isMoney(value)) return moneyText(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

const isMoney = (value: unknown): value is Money => typeof value === "object" && value !== null && "currency" in value;

/** `3 to create, 1 to change, 2 to remove`, or what became of them. */
export function countsText(steps: readonly StepBody[], isDone = false): string {
  const count = (...actions: StepBody["action"][]) => steps.filter(({ action }) => actions.includes(action)).length;
  const parts = [
    [count("create", "recover"), "to create", "created"],
    [count("change", "resume"), "to change", "changed"],
    [count("remove"), "to remove", "removed"],
    [count("refuse"), "that cannot be made", "that cannot be made"],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, before, after]) => `${number} ${isDone ? after : before}`)
    .join(", ");
}
