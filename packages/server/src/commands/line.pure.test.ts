import { expect, test } from "vitest";
import { UsageError } from "./command.ts";
import { readLine } from "./line.ts";
import { commands } from "./table.ts";

const words = (line: string) => line.split(" ").filter((word) => word !== "wizdata-server" && !word.includes("="));

test("without a command it serves", () => {
  expect(readLine([])).toMatchObject({ kind: "run", name: "serve", args: [], json: false });
  expect(readLine(["--json"])).toMatchObject({ name: "serve", json: true });
});

test.each(Object.keys(commands))("%s has help with examples that it understands itself", (name) => {
  const { summary, examples, flags } = commands[name] ?? { summary: "", examples: [], flags: {} };
  const line = readLine([name, "--help"]);
  const text = line.kind === "help" ? line.text : "";
  expect(text).toContain(summary);
  for (const flag of Object.keys(flags)) expect(text).toContain(`--${flag}`);
  for (const example of examples) {
    expect(text).toContain(example);
    expect(readLine(words(example))).toMatchObject({ kind: "run", name });
  }
  expect(readLine(["help", name])).toEqual(line);
});

test("help without a command names them all, and the version is asked for alone", () => {
  const line = readLine(["--help"]);
  for (const name of Object.keys(commands)) expect(line.kind === "help" && line.text).toContain(`  ${name} `);
  expect(readLine(["--version"])).toEqual({ kind: "version" });
});

test("flags and arguments are read wherever they stand", () => {
  expect(readLine(["restore", "--json", "--home", "./new", "/backups/a", "--secret-file=./secret"])).toEqual({
    kind: "run",
    name: "restore",
    args: ["/backups/a"],
    flags: expect.objectContaining({ home: "./new", "secret-file": "./secret" }),
    json: true,
  });
});

test.each([
  [["bakcup"], 'There is no command "bakcup". Did you mean backup?', "wizdata-server --help"],
  [["frobnicate"], "It is one of: serve, migrate, check, backup, restore.", "wizdata-server --help"],
  [["check", "--quik"], "Did you mean --quick?", "wizdata-server check --help"],
  [["check", "--quick=yes"], "--quick takes no value.", "wizdata-server check --help"],
  [["restore", "/backups/a", "--home"], "--home needs a value.", "wizdata-server restore --help"],
  [["backup"], "FOLDER is missing: wizdata-server backup /backups/wizdata", "wizdata-server backup --help"],
  [["backup", "a", "b"], '"b" is one argument too many.', "wizdata-server backup --help"],
])("%j is refused with what helps", (argv, message, help) => {
  const refused = () => readLine(argv);
  expect(refused).toThrow(UsageError);
  expect(refused).toThrow(message);
  expect(refused).toThrow(expect.objectContaining({ help }));
});
