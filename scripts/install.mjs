import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
const modules = join(root, "node_modules");
export const bin = join(modules, ".bin");

/** Makes node_modules what package-lock.json says, with the pinned Node in it. Takes 10 ms when it already is. */
export async function install() {
  if (!isInstalled()) {
    await step("Installing dependencies (once, about half a minute)", ["ci", "--ignore-scripts"]);
  }
  const unsettled = unsettledPackages();
  if (unsettled.length > 0) {
    await step(`Setting up ${unsettled.join(" and ")}`, ["rebuild", ...unsettled, "--ignore-scripts=false"]);
    const still = unsettledPackages();
    if (still.length > 0) {
      fail(`npm did not set up ${still.join(" and ")}. Run: npm rebuild ${still.join(" ")} --ignore-scripts=false`);
    }
  }
}

/** npm writes its own lockfile into node_modules as its very last step: an interrupted install has none, or an old one. */
function isInstalled() {
  const installed = readJson(join(modules, ".package-lock.json"))?.packages;
  if (!installed) return false;
  return Object.entries(readJson(join(root, "package-lock.json")).packages).every(([path, wanted]) => {
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

/** The installed packages that must run a script before they work, and have not. */
function unsettledPackages() {
  const allowed = Object.entries(readJson(join(root, "package.json")).allowScripts);
  return allowed
    .filter(([name, allow]) => allow && existsSync(join(modules, name)))
    .map(([name]) => name)
    .filter((name) => !(name === "node" ? isNodeSettled() : isPostgresSettled(join(modules, name))));
}

function isNodeSettled() {
  const wanted = readJson(join(modules, "node", "package.json"))?.version;
  const { platform, arch } = process;
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  const runtime = join(modules, "node", "node_modules", `${prefix}-${platform}-${arch}`);
  return readJson(join(runtime, "package.json"))?.version === wanted && existsSync(join(bin, "node"));
}

function isPostgresSettled(folder) {
  const links = readJson(join(folder, "native", "pg-symlinks.json")) ?? [];
  return links.every(({ target }) => existsSync(join(folder, target)));
}

async function step(title, args) {
  process.stderr.write(`${title} … `);
  const startedAt = Date.now();
  const [npm, ...first] = npmCommand();
  const options = { cwd: root, stdio: ["ignore", "pipe", "pipe"] };
  const { code, output } = await runChild(npm, [...first, ...args, "--loglevel=error"], options);
  if (code !== 0) {
    process.stderr.write(code > 128 ? "interrupted\n" : "failed\n");
    fail(`${output}\n"npm ${args.join(" ")}" ended with ${code}; the next run starts it again.`, code);
  }
  process.stderr.write(`${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}

/** The very npm that started this script, if one did. */
function npmCommand() {
  const path = process.env.npm_execpath ?? "";
  return basename(path) === "npm-cli.js" ? [process.execPath, path] : ["npm"];
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function fail(message, code = 1) {
  console.error(message.trim());
  process.exit(code);
}
