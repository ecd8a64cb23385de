import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runProgram } from "./program.ts";
import { shellWords } from "./testing/process.ts";
import { screen } from "./testing/terminal.ts";

const folder = fileURLToPath(new URL("../../server/src/", import.meta.url));
const nouns = "auth|api|partners|keys|datasets|terms|subscriptions|data|exports|usage|checks";
const hint = new RegExp(`\`(wizdata (?:${nouns}) [^\`]*)\`|"(wizdata (?:${nouns}) [^"\`]*)"(?=[\\],;) ])`, "g");
const samples: Record<string, string> = { step: "agreement", version: "1", number: "1", other: "1" };
// A verb that is only known at run time.
const computed = /^wizdata \w+ \$\{/;

test("every command that the server names in a problem is one that this program takes", async () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const hints = files.flatMap((file) =>
    [...readFileSync(folder + file, "utf8").matchAll(hint)]
      .map(([, template, text]) => template ?? text ?? "")
      .filter((line) => !computed.test(line)),
  );
  expect(hints.length).toBeGreaterThan(5);
  const wrong: string[] = [];
  for (const line of new Set(hints)) {
    const terminal = screen({ isTerminal: false, env: { HOME: "/nonexistent" } });
    const [, ...args] = shellWords(line.replace(/\$\{([^}]*)\}/g, (_, name) => samples[name] ?? "premium"));
    await runProgram(args, terminal, "1.0.0");
    // Without a key, a command line that is right gets as far as asking for one, or for a confirmation.
    if (!/Nobody is (logged in|here to ask)/.test(terminal.shown.err)) wrong.push(`${line}\n${terminal.shown.err}`);
  }
  expect(wrong).toEqual([]);
});
