import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { commandLine } from "./command-line.ts";

test("a command line that is shown means the same in a shell, whatever its words are", () => {
  const words = ["publish", "-", "my file.csv", "it's $(not) `run`", "a\nb", "", "*", "~/x", "#", "ä"];
  const line = commandLine(words, "work");
  const { stdout } = spawnSync("sh", ["-c", `wizdata() { printf '%s\\0' "$@"; }; ${line}`], { encoding: "utf8" });
  expect(stdout.split("\0").slice(0, -1)).toEqual([...words, "--profile", "work"]);
});

test("plain words stay as people write them", () => {
  expect(commandLine(["apply", "-f", "./partners.yaml"])).toBe("wizdata apply -f ./partners.yaml");
});
