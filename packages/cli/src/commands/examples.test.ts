import { createReadStream } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "../output/validate.ts";
import { runProgram } from "../program.ts";
import { openScene, type Scene } from "../testing/examples.ts";
import { shellWords } from "../testing/process.ts";
import { screen } from "../testing/terminal.ts";
import { nouns } from "./table.ts";

const leaves = Object.entries(nouns).flatMap(([noun, entry]) =>
  "verbs" in entry
    ? Object.entries(entry.verbs).map(([verb, leaf]) => ({ name: `${noun} ${verb}`, leaf }))
    : [{ name: noun, leaf: entry }],
);
// These end what the other examples speak of.
const last = ["datasets deprecate", "datasets retire", "datasets restore"];
const place = ({ name }: { name: string }) => last.indexOf(name);
const commands = await Promise.all(
  leaves
    .toSorted((left, right) => place(left) - place(right))
    .map(async ({ name, leaf }) => ({ name, command: (await leaf.load()).default })),
);

let scene: Scene;
const workingFolder = process.cwd();
beforeAll(async () => {
  scene = await openScene(afterAll);
});
afterAll(() => process.chdir(workingFolder));

describe.each(commands)("wizdata $name, as its help shows it", ({ name, command }) => {
  test.each(command.examples)("%s", async (example) => {
    const { line, key } = await scene.prepare(example);
    if (command.changes) {
      const dry = await run(`${line} --dry-run`, key);
      expect({ code: dry.code, said: dry.said, changing: changing(dry.requests) }).toMatchObject({
        code: 0,
        changing: [],
      });
    }
    const { code, said, requests } = await run(line, key);
    // A small export may be ready before it can be canceled.
    const codes = name === "exports cancel" ? [0, 7] : [0];
    expect({ code, said }).toEqual({ code: expect.toBeOneOf(codes), said });
    if (code === 0 && !/--(output|ndjson)/.test(line)) expect(await faultsBySchema(name, said)).toEqual([]);
    const isPlan = name === "apply" && line.includes("--plan");
    const changes = changing(requests).length > 0;
    expect(changes).toBe(command.changes && !command.isLocal && !isPlan ? true : name === "api" && changes);
  });
});

/** In this process, in a folder with the files that examples name; its stdout must be JSON and nothing else. */
async function run(line: string, key: string) {
  const folder = await scene.newFolder();
  process.chdir(folder);
  const [, file] = / < (\S+)/.exec(line) ?? [];
  const env = { HOME: folder, WIZDATA_BASE_URL: scene.url, WIZDATA_API_KEY: key };
  const terminal = screen({ isTerminal: false, env, ...(file === undefined ? {} : { input: createReadStream(file) }) });
  const args = shellWords(line).slice(1);
  // What comes after a redirection in the text is a flag of ours all the same.
  const flags = ["--json", ...(line.endsWith("--dry-run") && !args.includes("--dry-run") ? ["--dry-run"] : [])];
  const before = scene.requests.length;
  const code = await runProgram([...args, ...flags], terminal, "1.0.0");
  const said = terminal.shown.out
    .trimEnd()
    .split("\n")
    .map((one) => JSON.parse(one));
  return { code, said: said.length === 1 ? said[0] : said, requests: scene.requests.slice(before) };
}

/** A query may be sent as a body, and still changes nothing. */
const changing = (requests: readonly string[]) =>
  requests.filter((request) => !/^(GET|HEAD) |^POST \/api\/v1\/(data\/|(estimates|sql)$)/.test(request));

async function faultsBySchema(name: string, value: unknown) {
  const terminal = screen({ isTerminal: false });
  await runProgram([...name.split(" "), "--schema"], terminal, "1.0.0");
  return faultsOf(JSON.parse(terminal.shown.out.replaceAll("#/$defs/", "#/components/schemas/")), value);
}
