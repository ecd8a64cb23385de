import { readFile, stat } from "node:fs/promises";
import { usageFailure } from "./failures.ts";
import type { Terminal } from "./terminal.ts";

const charsUsual = 4 << 20;

/** A JSON document from a file, or from standard input for `-`. */
export async function readJson(terminal: Terminal, file: string, charsMax = charsUsual): Promise<unknown> {
  const text = await readText(terminal, file, charsMax);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usageFailure(
      `${file === "-" ? "Standard input" : file} is not JSON: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

/** A text from a file, or from standard input for `-`. */
export async function readText(terminal: Terminal, file: string, charsMax = charsUsual): Promise<string> {
  if (file === "-") return readStdin(terminal, charsMax);
  const { size } = await stat(file);
  if (size > charsMax) throw usageFailure(`${file} has more than ${charsMax} bytes.`);
  return readFile(file, "utf8");
}

async function readStdin({ stdin }: Terminal, charsMax: number): Promise<string> {
  let text = "";
  for await (const chunk of stdin.setEncoding("utf8")) {
    text += chunk;
    if (text.length > charsMax) throw usageFailure(`Standard input has more than ${charsMax} characters.`);
  }
  return text;
}
