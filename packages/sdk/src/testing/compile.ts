import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const run = promisify(execFile);
const sdk = join(import.meta.dirname, "../..");
const tsc = join(sdk, "../../node_modules/.bin/tsc");

/** What the compiler says of a program that uses the SDK as its users do: nothing when all is well. */
export async function compileProgram(program: string): Promise<string> {
  const folder = await mkdtemp(join(sdk, ".types-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const options = {
    extends: "../../../tsconfig.base.json",
    compilerOptions: {
      paths: { "@wizdata/sdk": ["../src/index.ts"], "@wizdata/sdk/replay": ["../src/replay/replay.ts"] },
    },
    include: ["*.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(options));
  await writeFile(join(folder, "program.ts"), program);
  return run(tsc, ["--project", folder]).then(
    () => "",
    (error: { stdout: string }) => error.stdout.replace(/^.*program\.ts/gm, ""),
  );
}
