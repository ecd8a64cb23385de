import { Failure, usageFailure } from "./failures.ts";
import { canAsk, type Terminal } from "./terminal.ts";

const answerCharsMax = 4_096;

/** Asks on stderr, so that stdout stays what a program reads. */
export async function ask(terminal: Terminal, question: string, fallback?: string): Promise<string> {
  requireTerminal(terminal, question);
  await terminal.err.write(fallback === undefined ? `${question}: ` : `${question} (${fallback}): `);
  return (await readLine(terminal)).trim() || (fallback ?? "");
}

/** Asks without showing what is typed. */
export async function askSecret(terminal: Terminal, question: string): Promise<string> {
  requireTerminal(terminal, question);
  // Before the question: what is typed or pasted the moment it appears must not be shown either.
  terminal.stdin.setRawMode(true);
  try {
    await terminal.err.write(`${question} (not shown): `);
    return (await readLine(terminal)).trim();
  } finally {
    terminal.stdin.setRawMode(false);
    await terminal.err.write("\n");
  }
}

/** For what cannot be undone: a person says yes, a script says --yes. */
export async function confirm(terminal: Terminal, question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!canAsk(terminal))
    throw usageFailure(`${question} Nobody is here to ask.`, { hint: "Say --yes when a script does it." });
  await terminal.err.write(`${question} [y/N] `);
  const answer = (await readLine(terminal)).trim().toLowerCase();
  if (answer !== "y" && answer !== "yes") throw new Failure("usage", "not_confirmed", "Nothing was changed.");
}

/** For many changes at once: only the very word counts, which nobody types without having read. */
export async function confirmTyped(terminal: Terminal, question: string, word: string): Promise<void> {
  if (!canAsk(terminal))
    throw usageFailure(`${question} Nobody is here to ask.`, {
      hint: "Say --yes when a script does it, or --plan to look.",
    });
  await terminal.err.write(`${question} Type ${word} to go on: `);
  if ((await readLine(terminal)).trim() !== word) throw new Failure("usage", "not_confirmed", "Nothing was changed.");
}

function requireTerminal(terminal: Terminal, question: string): void {
  if (!canAsk(terminal))
    throw usageFailure(`${question}: nobody is here to ask.`, { hint: "Give it as a flag; see --help." });
}

const endOfInput = "\u0004";

// A terminal that echoes hands over whole lines and turns Ctrl-C into a signal; a raw one hands over single keys, Ctrl-C among them.
function readLine({ stdin, err, signal }: Terminal): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = "";
    const settle = (end: () => void) => {
      stdin.off("data", take).off("end", finish).pause();
      signal.removeEventListener("abort", interrupt);
      end();
    };
    const stop = () => settle(() => reject(new Failure("interrupted", "interrupted", "Stopped.")));
    // The terminal has shown ^C after the question.
    const interrupt = () => void err.write("\n").then(stop);
    const finish = () => settle(() => resolve(typed));
    const take = (chunk: string) => {
      for (const char of chunk) {
        if (char === "\u0003") return stop();
        if (char === "\r" || char === "\n" || char === endOfInput) return finish();
        if (char === "\u007f" || char === "\b") typed = typed.slice(0, -1);
        else if (typed.length < answerCharsMax) typed += char;
      }
    };
    stdin.setEncoding("utf8").on("data", take).on("end", finish).resume();
    signal.addEventListener("abort", interrupt, { once: true });
  });
}

/** All of stdin as one short text, such as a key. */
export async function readShortStdin({ stdin }: Terminal): Promise<string> {
  let text = "";
  for await (const chunk of stdin.setEncoding("utf8")) {
    text += chunk;
    if (text.length > answerCharsMax) throw usageFailure(`Standard input has more than ${answerCharsMax} characters.`);
  }
  return text.trim();
}
