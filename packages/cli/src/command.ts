import type { WizData } from "@wizdata/sdk";
import type { Fields, InputOf } from "./fields.ts";
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
  connection(): Promise<Connection>;
  /** A client for another connection than the saved one. */
  connect(connection: Connection): Promise<WizData>;
  /** A line for people, on stderr. */
  note(text: string): Promise<void>;
  /** The state of long work: one line that replaces itself, on terminals only. */
  progress(text: string): void;
};
/** What a command that talks to the server may use. */
export type Context = LocalContext & { readonly wizdata: WizData };

export type Outcome = { readonly data: unknown; readonly view: () => View };

/** A command as the program, the help and the reference see it. */
export type Command = {
  readonly summary: string;
  readonly details?: string;
  readonly args: Fields;
  readonly flags: Fields;
  readonly examples: readonly string[];
  /** What it does that cannot be undone, as a question; such a command has `--yes`. */
  readonly confirm?: (input: Record<string, unknown>) => string;
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
  confirm?: (input: InputOf<A & F>) => string;
  /** Whether much will be sent or received, so that the fastest transport is worth its loading. */
  isBulk?: (input: InputOf<A & F>) => boolean;
  run: (context: C, input: InputOf<A & F>) => Promise<Data>;
  view: (data: Data, input: InputOf<A & F>) => View;
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
  const { confirm, isBulk, run, view, args, flags, ...rest } = stated;
  // The program fills the input from these very fields, so it has the type they say.
  const typed = (input: Record<string, unknown>) => input as InputOf<A & F>;
  return {
    ...rest,
    args: args ?? {},
    flags: flags ?? {},
    isLocal,
    isBulk: (input) => isBulk?.(typed(input)) ?? false,
    ...(confirm ? { confirm: (input: Record<string, unknown>) => confirm(typed(input)) } : {}),
    perform: async (context, input) => {
      const data = await run(context, typed(input));
      return { data, view: () => view(data, typed(input)) };
    },
  };
}
