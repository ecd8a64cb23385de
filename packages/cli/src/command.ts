import type { Fetch, WizData } from "@wizdata/sdk";
import type { JsonSchema } from "@wizdata/sdk/contract";
import type { ExitName } from "./failures.ts";
import type { Fields, InputOf } from "./fields.ts";
import { PageStream } from "./output/page-stream.ts";
import type { ProgressState } from "./output/progress.ts";
import type { View } from "./output/view.ts";
import type { Connection } from "./settings/connection.ts";
import type { Terminal } from "./terminal.ts";

/** What any command may use. */
export type LocalContext = {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly version: string;
  /** `--profile`, when it was given. */
  readonly profileFlag: string | undefined;
  /** `--dry-run`: a local command shows what it would change and changes nothing. Requests that change something are held back by `fetch`. */
  readonly isDryRun: boolean;
  /** The global fetch, or one that keeps a dry run from changing anything. */
  readonly fetch: Fetch;
  connection(): Promise<Connection>;
  /** A client for another connection than the saved one. */
  connect(connection: Connection): Promise<WizData>;
  /** A line for people, on stderr. */
  note(text: string): Promise<void>;
  /** How far long work is: live on a terminal, a line now and then elsewhere. */
  progress(state: ProgressState): void;
  /** Takes live progress off the terminal, as before a question. */
  endProgress(): Promise<void>;
};
/** What a command that talks to the server may use. */
export type Context = LocalContext & { readonly wizdata: WizData };

/** A piece of a line, and how it looks to somebody who watches. */
export type LiveSpan = { readonly text: string; readonly color?: "green" | "yellow" | "red"; readonly isDim?: boolean };
export type LiveLine = readonly LiveSpan[];
/** The room there is, and the moment that is drawn. */
export type LiveScreen = { readonly columns: number; readonly rows: number; readonly nowMs: number };
export type LiveView = (page: unknown, screen: LiveScreen) => readonly LiveLine[];

/** What a command returned, and how that looks to people; of a stream of pages, how each page looks. */
export type Outcome = {
  readonly data: unknown;
  readonly view: (data: unknown) => View;
  /** Of a stream of states: how each one looks in the place of the one before, where somebody watches a terminal. */
  readonly live?: LiveView;
  /** Of a report that is printed whole and tells of what is wrong: what the process exits with. */
  readonly exit?: ExitName;
};

/** A command as the program, the help and the reference see it. */
export type Command = {
  readonly summary: string;
  readonly details?: string;
  readonly args: Fields;
  readonly flags: Fields;
  readonly examples: readonly string[];
  /** What it does that cannot be undone, as a question; such a command has `--yes`. */
  readonly confirm?: (input: Record<string, unknown>) => string;
  /** What `--json` prints, as `--schema` tells it; see output/schema.ts. */
  readonly output: JsonSchema | undefined;
  /** Whether it changes anything; such a command has `--dry-run`. */
  readonly changes: boolean;
  readonly isLocal: boolean;
  readonly isBulk: (input: Record<string, unknown>) => boolean;
  readonly perform: (context: Context, input: Record<string, unknown>) => Promise<Outcome>;
};

type Stated<A extends Fields, F extends Fields, C, Data> = {
  summary: string;
  details?: string;
  args?: A;
  flags?: F;
  /** Each is a whole command line that works as it stands. */
  examples: readonly [string, ...string[]];
  output?: JsonSchema;
  changes?: boolean;
  confirm?: (input: InputOf<A & F>) => string;
  /** Whether much will be sent or received, so that the fastest transport is worth its loading. */
  isBulk?: (input: InputOf<A & F>) => boolean;
  /** A list of any length is returned as a stream of its pages, of which `view` shows one at a time. */
  run: (context: C, input: InputOf<A & F>) => Promise<Data | PageStream<Data>>;
  exit?: (data: Data) => ExitName;
  view: (data: Data, input: InputOf<A & F>) => View;
  /** A stream of states is drawn by it where somebody watches a terminal, each state in the place of the one before. */
  live?: (data: Data, screen: LiveScreen) => readonly LiveLine[];
};

/** A command that talks to the server: data, and a handler that returns data. */
export function command<
  A extends Fields = Record<never, never>,
  F extends Fields = Record<never, never>,
  Data = unknown,
>(stated: Stated<A, F, Context, Data>): Command {
  return build(stated, false);
}

/** A command that works without a key. */
export function localCommand<
  A extends Fields = Record<never, never>,
  F extends Fields = Record<never, never>,
  Data = unknown,
>(stated: Stated<A, F, LocalContext, Data>): Command {
  return build(stated, true);
}

function build<A extends Fields, F extends Fields, Data>(
  stated: Stated<A, F, Context, Data>,
  isLocal: boolean,
): Command {
  const { confirm, isBulk, run, exit, view, live, args, flags, output, changes = false, ...rest } = stated;
  // The program fills the input from these very fields, so it has the type they say.
  const typed = (input: Record<string, unknown>) => input as InputOf<A & F>;
  return {
    ...rest,
    args: args ?? {},
    flags: flags ?? {},
    output,
    changes,
    isLocal,
    isBulk: (input) => isBulk?.(typed(input)) ?? false,
    ...(confirm ? { confirm: (input: Record<string, unknown>) => confirm(typed(input)) } : {}),
    perform: async (context, input) => {
      const data = await run(context, typed(input));
      const ended = exit && !(data instanceof PageStream) ? { exit: exit(data) } : {};
      // What is shown is what was returned, or a page of it.
      const drawn = live ? { live: (shown: unknown, screen: LiveScreen) => live(shown as Data, screen) } : {};
      return { ...ended, ...drawn, data, view: (shown) => view(shown as Data, typed(input)) };
    },
  };
}
