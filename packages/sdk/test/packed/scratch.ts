import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const sdk = join(import.meta.dirname, "../..");
const root = join(sdk, "../..");
export const bin = (name: string): string => join(root, "node_modules/.bin", name);

/** A program of a user's that asks for one page and says what came; `{import}` stands for how it gets the client. */
export const program = `
const wizdata = new WizData({ maxRetries: 0 });
wizdata.datasets.list().then(
  ({ data }) => console.log(JSON.stringify(data.map(({ slug }) => slug))),
  (error) => console.log(error instanceof NotFoundError, error.code),
);
`;

/** Builds and packs the package, and unpacks it into a project of its own, as an installation would without a network. */
export async function openScratch(): Promise<{ folder: string; close: () => Promise<void> }> {
  await run(process.execPath, [join(root, "scripts/build.ts")], { cwd: sdk });
  const folder = await mkdtemp(join(tmpdir(), "wizdata-packed-"));
  const modules = join(folder, "node_modules");
  const packed = ["pack", "--silent", "--ignore-scripts", `--pack-destination=${folder}`];
  const { stdout } = await run("npm", packed, { cwd: join(sdk, "dist") });
  await mkdir(join(modules, "@wizdata/sdk"), { recursive: true });
  await run("tar", ["-xzf", join(folder, stdout.trim()), "--strip-components=1", "-C", join(modules, "@wizdata/sdk")]);
  await mkdir(join(modules, "@types"));
  for (const name of ["undici", "@types/node", "undici-types"])
    await symlink(join(root, "node_modules", name), join(modules, name));
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "commonjs" }));
  return { folder, close: () => rm(folder, { recursive: true }) };
}

/** What a command in a project says on stdout, or all it says when it fails. */
export async function said(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  return run(command, args, { cwd, env: { ...process.env, NO_COLOR: "1", ...env } }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => `${error.stdout}${error.stderr}`,
  );
}
