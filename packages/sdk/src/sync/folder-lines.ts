import { builtins } from "../downloads/builtins.ts";

const chunkLines = 5_000;

/** Writes lines to a file, or at its end, and says how many bytes they are. */
export async function writeLines(file: string, lines: readonly string[], flag: "w" | "a"): Promise<number> {
  const text = lines.length === 0 ? "" : `${lines.join("\n")}\n`;
  await builtins().fs.writeFile(file, text, { flag });
  return Buffer.byteLength(text);
}

/** The lines of a file whose rows are not among those that changed, some at a time. */
export async function* withoutChanged(
  file: string,
  isChanged: (row: object) => boolean,
): AsyncGenerator<string[], void, undefined> {
  const handle = await builtins().fs.open(file, "r");
  try {
    let kept: string[] = [];
    for await (const line of handle.readLines()) {
      // A row that was written here.
      if (!isChanged(JSON.parse(line) as object)) kept.push(line);
      if (kept.length < chunkLines) continue;
      yield kept;
      kept = [];
    }
    yield kept;
  } finally {
    await handle.close();
  }
}
