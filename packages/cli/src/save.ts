import type { Command, LocalContext, Outcome } from "./command.ts";
import { usageFailure } from "./failures.ts";
import type { SavePlan } from "./output/file.ts";
import { PageStream } from "./output/page-stream.ts";
import { record } from "./output/view.ts";

type Input = Record<string, unknown>;
type Perform = (input: Input) => Promise<Outcome>;

/** Runs a command whose answer goes to `--output`, from where its `--checkpoint` says it is. */
export async function performToFile(
  context: LocalContext,
  command: Command,
  input: Input,
  perform: Perform,
): Promise<Outcome> {
  const { output, checkpoint, after: _after, ...rest } = input;
  if (typeof output !== "string") throw usageFailure("--checkpoint goes with --output, whose state it keeps.");
  if (input.all !== true) throw usageFailure("--output writes the whole of a list.", { hint: "Say --all too." });
  const { queryId, readCheckpoint, savePages } = await import("./output/file.ts");
  const { baseUrl } = await context.connection();
  const plan: SavePlan = {
    output,
    checkpointFile: typeof checkpoint === "string" ? checkpoint : undefined,
    query: queryId([command.summary, baseUrl, rest]),
  };
  const from = await readCheckpoint(plan);
  if (from && typeof input.after === "string")
    throw usageFailure("--after is for a first run: the checkpoint says where to go on.");
  const { data } = await perform(from?.next_cursor ? { ...input, after: from.next_cursor } : input);
  if (!(data instanceof PageStream)) throw usageFailure("--output is for lists.");
  const saved = await savePages(plan, from, data, (items) => context.progress(`${output}: ${items} items`));
  const notes = saved.resumed ? ["It went on where an earlier run stopped."] : [];
  return { data: saved, view: () => record(saved, notes) };
}
