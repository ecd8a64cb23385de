import { createHash } from "node:crypto";
import { readCurrent } from "../apply/current.ts";
import { readDeclaration } from "../apply/document.ts";
import { KeysFile } from "../apply/keys-file.ts";
import { performPlan } from "../apply/perform.ts";
import { planOf } from "../apply/plan.ts";
import { countsText, diffGroups } from "../apply/plan-view.ts";
import { type Plan, type Step, type StepResult, stepBody, stepsSchema } from "../apply/steps.ts";
import { type Context, command } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { Failure, usageFailure } from "../failures.ts";
import { optional, short, text, toggle } from "../fields.ts";
import { readText } from "../input-file.ts";
import { diffText } from "../output/render.ts";
import { boolean, nullable, objectOf, string } from "../output/schema.ts";
import type { View } from "../output/view.ts";
import { confirmTyped } from "../prompts.ts";
import { canAsk, type Terminal } from "../terminal.ts";

type Flags = { file: string; plan: boolean; prune: boolean; keysOut: string | undefined; yes: boolean };

export default command({
  summary: "Make partners, their keys and subscriptions what a YAML file says",
  details: `Partners are found by email, keys by name, subscriptions by dataset; what the file does not name is left alone, and partners are never removed. The fields are those of the API:

  partners:
    - email: data@baobab.example
      company: Baobab Capital
      plan: professional
      monthly_spending_limit: 5000.00
      keys:
        - name: nightly pull
          caps: { per_minute: 60 }
      subscriptions:
        - { dataset: nse-kenya, tier: premium, billing: annual }

Running it again goes on where it stopped, and says "Nothing to do" when all is as the file says. What fails is named, the rest is done, and the exit code is 13.`,
  flags: {
    file: short("f", text("the file, or - for standard input", "file")),
    plan: toggle("show what would change, and change nothing"),
    prune: toggle("also revoke keys and cancel subscriptions that the file does not name, of partners it does"),
    keysOut: optional(text("write the secrets of new keys to this file, which only you can read", "file")),
    yes: short("y", toggle("do not ask whether it is meant")),
  },
  examples: [
    "wizdata apply -f partners.yaml --plan",
    "wizdata apply -f partners.yaml --yes --keys-out keys.ndjson",
    "wizdata apply -f partners.yaml --prune --plan --json",
  ],
  output: objectOf({ applied: boolean, keys_out: nullable(string), ...stepsSchema }),
  changes: true,
  run: async (context, flags) => {
    const source = await readText(context.terminal, flags.file);
    const wanted = readDeclaration(source, flags.file);
    const keysFile = flags.keysOut === undefined ? undefined : await KeysFile.open(flags.keysOut);
    const current = await readCurrent(
      context,
      wanted.map(({ email }) => email),
    );
    const plan = planOf(wanted, current, { prune: flags.prune, keysFile });
    if (flags.plan || context.isDryRun || plan.steps.length === 0) return reportOf(plan, undefined, flags);
    await context.endProgress();
    await makeSure(context, plan, flags);
    const results = await performPlan(plan, {
      context,
      fileId: createHash("sha256").update(source).digest("hex"),
      partnerIds: new Map(current.flatMap((one) => (one ? [[one.partner.email, one.partner.id]] : []))),
      keysFile,
      onSecret: (partner, key) => tellSecret(context, flags, partner, key),
    });
    if (plan.steps.some((step) => results.get(step)?.state !== "done")) throw notDone(context, plan, results, flags);
    return reportOf(plan, results, flags);
  },
  view: (report) => reportView(report),
});

function reportOf(plan: Plan, results: Map<Step, StepResult> | undefined, { keysOut }: Flags) {
  return {
    applied: results !== undefined,
    keys_out: keysOut ?? null,
    steps: plan.steps.map((step) => stepBody(step, results?.get(step))),
    kept: plan.kept,
    unchanged: plan.unchanged,
  };
}

function reportView({ applied, steps, kept, unchanged, keys_out }: ReturnType<typeof reportOf>): View {
  const same = unchanged.length === 0 ? "" : ` ${unchanged.length} as they should be.`;
  const done = applied ? `Done: ${countsText(steps, true)}.` : `${countsText(steps)}. Nothing was changed.`;
  const notes = [
    steps.length === 0 ? `Nothing to do.${same}` : done + same,
    ...(applied && keys_out !== null ? [`Secrets of new keys: ${keys_out}`] : []),
  ];
  return { kind: "diff", groups: diffGroups({ steps, kept }), notes };
}

/** Secrets must have somewhere to go, and somebody must have meant it, before the first change. */
async function makeSure({ terminal }: Context, plan: Plan, flags: Flags): Promise<void> {
  const makesKeys = plan.steps.some(({ action }) => action.kind === "key" && action.verb === "create");
  if (makesKeys && flags.keysOut === undefined && !isWatched(terminal))
    throw usageFailure("New keys have secrets, which are shown once, and nobody is here to see them.", {
      hint: "Say --keys-out with a file for them.",
    });
  if (flags.yes || plan.steps.every(({ action }) => action.verb === "refuse")) return;
  if (flags.file === "-")
    throw usageFailure("Standard input is the file, so nobody can be asked.", { hint: "Say --yes." });
  const { steps, kept } = reportOf(plan, undefined, flags);
  if (canAsk(terminal)) await terminal.err.write(`${diffText(terminal, terminal.err, diffGroups({ steps, kept }))}\n`);
  const count = String(steps.length);
  await confirmTyped(terminal, `${countsText(steps)}.`, count);
}

const isWatched = ({ out, err }: Terminal) => out.isTerminal && err.isTerminal;

/** On a terminal at once, so that no later failure or Ctrl-C can lose it. */
async function tellSecret(
  { note }: Context,
  { keysOut }: Flags,
  partner: string,
  { name, secret }: { name: string; secret: string },
): Promise<void> {
  if (keysOut === undefined) await note(`${partner}, key ${name}, shown this once: ${secret}`);
}

/** Where nothing at all was done, the first reason decides the exit code. */
function notDone({ signal, profileFlag }: Context, plan: Plan, results: Map<Step, StepResult>, flags: Flags): Failure {
  const { steps } = reportOf(plan, results, flags);
  const count = (state: string) => steps.filter((step) => step.state === state).length;
  const first = [...results.values()].find(({ failure }) => failure)?.failure;
  const cause = signal.aborted || count("done") === 0 ? first : undefined;
  const failed = steps.filter(({ state }) => state === "failed");
  const errors = failed.map(({ partner, kind, what, error }) => ({
    path: `${partner}, ${kind} ${what}`,
    message: error?.message,
  }));
  const message = `${count("done")} done, ${count("failed")} failed, ${count("skipped")} not tried.`;
  return new Failure(cause?.exit ?? "partly_done", cause?.code ?? "partly_done", message, {
    hint: "What is done stays. When the reasons are mended, the same command goes on with the rest.",
    next: [commandLine(["apply", ...wordsOf(flags)], profileFlag)],
    details: { steps, errors },
  });
}

const wordsOf = ({ file, prune, keysOut }: Flags): string[] => [
  "-f",
  file,
  ...(prune ? ["--prune"] : []),
  ...(keysOut === undefined ? [] : ["--keys-out", keysOut]),
];
