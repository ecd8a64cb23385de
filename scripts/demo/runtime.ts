import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** How a program of ours is started: on Node as it is, on Deno with what it needs and nothing more. */
export type Runtime = {
  execPath: string;
  /** What comes before the program's file, for a server that keeps its home here and has its database there. */
  serverArgs(home: string, databaseUrl: string | undefined): string[];
  /** The same for a client: what it may read and write. */
  clientArgs(folders: { reads: string[]; writes: string[] }): string[];
};

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const packages = fileURLToPath(new URL("../../packages", import.meta.url));
const local = "127.0.0.1";

export const onNode: Runtime = { execPath: process.execPath, serverArgs: () => [], clientArgs: () => [] };

/** README.md lists these permissions; a test holds the two against each other. */
export function onDeno(): Runtime {
  const { runInstall } = createRequire(import.meta.url)("deno/install_api.cjs") as { runInstall(): string }; // as the package has it
  const deno = runInstall();
  return {
    execPath: deno,
    serverArgs: (home, databaseUrl) => [
      "run",
      "--no-prompt",
      "--no-remote",
      // Else what a client leaves and what it takes whole look alike.
      "--unstable-no-legacy-abort",
      `--allow-net=${databaseUrl === undefined ? local : `${local},${new URL(databaseUrl).host}`}`,
      `--allow-env=WIZDATA_*,DATABASE_URL,DATABASE_DIRECT_URL,NODE_V8_COVERAGE${databaseUrl === undefined ? "" : ",PG*"}`,
      `--allow-read=${home},${packages},${modules}`,
      `--allow-write=${home}`,
      `--allow-ffi=${modules}/better-sqlite3`,
      `--allow-run=${deno}`,
      "--allow-sys",
    ],
    clientArgs: ({ reads, writes }) => [
      "run",
      "--no-prompt",
      "--no-remote",
      `--allow-net=${local}`,
      "--allow-env=WIZDATA_*,XDG_CONFIG_HOME,HOME",
      `--allow-read=${[...reads, ...writes].join(",")}`,
      `--allow-write=${writes.join(",")}`,
      "--allow-sys=hostname",
    ],
  };
}
