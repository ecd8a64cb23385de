/** What a command is given. It never prints and never ends the process: `main.ts` does. */
export type Invocation = {
  args: readonly string[];
  flags: Readonly<Record<string, string | boolean | undefined>>;
  environment: Readonly<Record<string, string | undefined>>;
  version: string;
  /** A line for people, on stderr. */
  note(text: string): void;
  /** The state of long work, on terminals only. */
  progress(text: string): void;
};

/** `text` is for people; `data` is the one JSON value of `--json`. */
export type Outcome = { data: object; text: string; exitCode?: number };

export type Flag = { says: string; value?: string };

export type Command = {
  summary: string;
  details: string;
  /** The names of its arguments; all of them have to be given. */
  args: readonly string[];
  flags: Readonly<Record<string, Flag>>;
  examples: readonly [string, ...string[]];
  /** `serve` is no such thing: it runs until it is stopped. */
  load?: () => Promise<{ run: (invocation: Invocation) => Promise<Outcome> }>;
};

/** As `wizdata` exits, so that scripts know one table. */
export const exitCodes = { bug: 1, usage: 2, configuration: 3, integrity: 12 } as const;

/** A command line that says nothing to us. */
export class UsageError extends Error {
  readonly help: string;
  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
