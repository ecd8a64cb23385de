import { readFile } from "node:fs/promises";
import { usageFailure } from "./failures.ts";
import type { Terminal } from "./terminal.ts";

const charsMax = 4 << 20;

/** A JSON document from a file, or from standard input for `-`. */
export async function readJson(terminal: Terminal, file: string): Promise<unknown> {
  const text = file === "-" ? await readStdin(terminal) : await readFile(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usageFailure(
      `${file === "-" ? "Standard input" : file} is not JSON: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

async function readStdin({ stdin }: Terminal): Promise<string> {
  let text = "";
  for await (const chunk of stdin.setEncoding("utf8")) {
    text += chunk;
    if (text.length > charsMax) throw usageFailure(`Standard input has more than ${charsMax} characters.`);
  }
  return text;
}
