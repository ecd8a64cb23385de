// `generate NAME` writes the migrations that bring both databases to store/tables.ts; `check` fails when some are missing.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const kit = fileURLToPath(new URL("../../../node_modules/drizzle-kit/bin.cjs", import.meta.url));
const dialects = ["sqlite", "postgres"] as const;
type Dialect = (typeof dialects)[number];

const [verb, name = "change"] = process.argv.slice(2);
if (verb === "generate") for (const dialect of dialects) generate(dialect, `migrations/${dialect}`, name);
else if (verb === "check") check();
else throw new Error("migrations.ts generate NAME | check");

function generate(dialect: Dialect, out: string, name: string): void {
  const type = dialect === "sqlite" ? "sqlite" : "postgresql";
  const args = [
    kit,
    "generate",
    `--dialect=${type}`,
    `--schema=./src/store/tables.${dialect}.ts`,
    `--out=${out}`,
    `--name=${name}`,
  ];
  execFileSync(process.execPath, args, { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
  if (dialect === "sqlite") makeStrict(join(home, out));
}

/** drizzle has no STRICT tables, and without STRICT SQLite stores any type in any column. */
function makeStrict(folder: string): void {
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".sql"))) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/(CREATE TABLE [^;]*\n\))(?: STRICT)?;/g, "$1 STRICT;"));
  }
}

function check(): void {
  for (const dialect of dialects) {
    // Below the package, because drizzle-kit resolves its folder from there.
    const scratch = mkdtempSync(join(home, ".migrations-"));
    try {
      cpSync(join(home, "migrations", dialect), scratch, { recursive: true });
      const before = readdirSync(scratch).length;
      generate(dialect, scratch.slice(home.length), "drift");
      if (readdirSync(scratch).length !== before) {
        console.error(
          `store/tables.ts has changes without a migration for ${dialect}: node packages/server/scripts/migrations.ts generate NAME`,
        );
        process.exitCode = 1;
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
}
