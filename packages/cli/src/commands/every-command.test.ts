import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultsOf } from "../output/validate.ts";
import { runProgram } from "../program.ts";
import { csv, entry } from "../testing/catalog.ts";
import { openPlatform } from "../testing/platform.ts";
import { type Cli, json, openCli } from "../testing/process.ts";
import { screen } from "../testing/terminal.ts";
import { nouns } from "./table.ts";

test("every command that succeeds is exit code 0 and one JSON value", { timeout: 120_000 }, async () => {
  const { cli, as, url, world } = await openPlatform();
  const slug = entry.slug;
  const email = "data@baobab.example";
  const ran = new Set<string>();
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any value
  const run = async (by: Cli, line: string, input = ""): Promise<any> => {
    const args = line.split(" ");
    const entryOfNoun = nouns[args[0] ?? ""];
    ran.add(entryOfNoun && "verbs" in entryOfNoun ? `${args[0]} ${args[1]}` : `${args[0]}`);
    const ended = await by.run([...args, "--json"], { input });
    expect({ line, code: ended.code, stderr: ended.stderr }).toEqual({
      line,
      code: 0,
      stderr: expect.not.stringContaining("error"),
    });
    const value = json(ended);
    expect({ line, faults: await faultsBySchema(args, value) }).toEqual({ line, faults: [] });
    return value;
  };

  const visitor = openCli();
  await run(visitor, `auth login --key-stdin --base-url ${url}`, world.operatorKey);
  await run(visitor, "auth status");
  await run(visitor, "api GET /me");
  await run(visitor, "auth logout");

  await run(visitor, `auth login --key-stdin --base-url ${url}`, world.operatorKey);
  await run(visitor, "profiles list");
  await run(visitor, "profiles use default");
  await run(visitor, "profiles remove default --yes");

  writeFileSync(join(cli.home, "entry.json"), JSON.stringify(entry));
  await run(cli, "datasets create entry.json");
  await run(cli, `datasets publish ${slug} --file -`, csv);
  await run(cli, "datasets list");
  await run(cli, "datasets search share prices");
  await run(cli, `datasets show ${slug}`);
  await run(cli, `datasets types ${slug}`);
  await run(cli, `datasets quality ${slug}`);
  await run(cli, `datasets snippets ${slug}`);
  await run(cli, `datasets note ${slug} 1 --note first`);
  await run(cli, `datasets versions ${slug}`);
  await run(cli, `data sample ${slug}`);
  await run(cli, `datasets deprecate ${slug} --sunset 2030-01-01`);
  await run(cli, `datasets retire ${slug} --early --yes`);
  await run(cli, `datasets restore ${slug}`);

  const { key } = await run(cli, `partners onboard --company Baobab --email ${email} --plan enterprise`);
  const other = await run(cli, "partners create --company Acacia --email it@acacia.example");
  await run(cli, `partners show ${other.id}`);
  await run(cli, `partners confirm ${other.id} agreement --note signed`);
  await run(cli, `partners reopen ${other.id} agreement`);
  await run(cli, `partners onboarding ${other.id}`);
  await run(cli, `partners update ${other.id} --plan starter`);
  await run(cli, `partners suspend ${other.id} --yes`);
  await run(cli, `partners reactivate ${other.id}`);
  await run(cli, "partners list");

  await run(cli, `terms set ${slug} --file -`, "Do no harm.");
  await run(cli, `terms list ${slug}`);
  await run(cli, `terms show ${slug}`);
  await run(cli, `terms accept ${slug} --version 1 --partner ${email} --note signed --yes`);
  await run(cli, `terms acceptances ${slug} --partner ${email}`);

  const subscription = await run(cli, `datasets subscribe ${slug} --partner ${email} --tier premium`);
  await run(cli, `subscriptions show ${subscription.id}`);
  await run(cli, "subscriptions list");

  const partner = as(key.secret);
  await run(partner, `data query ${slug} ticker=NPN`);
  const made = await run(partner, `exports create ${slug} --wait`);
  await run(partner, `exports show ${made.id}`);
  await run(partner, `exports download ${made.id} --to files`);
  await run(partner, `exports links ${made.id}`);
  await run(partner, "exports list");
  await run(partner, "usage report --by key");
  await run(partner, "usage limits");

  const nightly = await run(cli, `keys create ${email} --name nightly`);
  await run(cli, `keys rename ${nightly.id} daily`);
  await run(cli, `keys update ${nightly.id} --allow 127.0.0.0/8 --per-day 500`);
  await run(cli, "keys failures");
  const rotated = await run(cli, `keys rotate ${nightly.id} --overlap 1h`);
  await run(cli, `keys show ${rotated.id}`);
  await run(cli, `keys retire ${rotated.id} --yes`);
  await run(cli, `keys revoke ${rotated.id} --yes`);
  await run(cli, `keys list ${email}`);
  await run(cli, `subscriptions change ${subscription.id} --tier basic`);
  await run(cli, `subscriptions resume ${subscription.id}`);
  await run(cli, `subscriptions cancel ${subscription.id} --at period-end --yes`);
  await run(cli, `subscriptions cancel ${subscription.id} --yes`);

  const check = await run(cli, "checks run --quick");
  await run(cli, `checks show ${check.id}`);
  await run(cli, "checks list");

  writeFileSync(join(cli.home, "partners.yaml"), "partners: [{ email: it@marula.example, company: Marula, keys: [] }]");
  await run(cli, "apply -f partners.yaml --yes");
  await run(cli, "doctor");
  await run(cli, "completion bash");

  const all = Object.entries(nouns).flatMap(([noun, one]) =>
    "verbs" in one ? Object.keys(one.verbs).map((verb) => `${noun} ${verb}`) : [noun],
  );
  // An export may be ready before it can be canceled: commands/exports has a test of its own for that.
  expect([...ran, "exports cancel"].sort()).toEqual(all.sort());
});

/** What a command printed, held against the schema that it says it has. */
async function faultsBySchema(args: readonly string[], value: unknown) {
  const terminal = screen({ isTerminal: false });
  await runProgram([...args, "--schema"], terminal, "1.0.0");
  return faultsOf(JSON.parse(terminal.shown.out.replaceAll("#/$defs/", "#/components/schemas/")), value);
}
