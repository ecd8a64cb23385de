import { expect, test } from "vitest";
import { entry, openShop } from "../../testing/catalog.ts";
import { openPlatform } from "../../testing/platform.ts";
import { json } from "../../testing/process.ts";

const baobab = ["--company", "Baobab", "--email", "data@baobab.example"];

test("a partner is onboarded in one command: company, subscription, key, and what to send to it", async () => {
  const platform = await openShop();
  const email = "it@acacia.example";
  const args = [
    "partners",
    "onboard",
    "--company",
    "Acacia",
    "--email",
    email,
    "--subscribe",
    `${entry.slug}:basic:annual`,
    "--json",
  ];
  const onboarded = json(await platform.cli.run(args));
  expect(onboarded).toMatchObject({
    partner: { company: "Acacia", email },
    subscriptions: [{ dataset: entry.slug, tier: "basic", billing: "annual", status: "active" }],
    key: { name: "first key", status: "active", secret: expect.stringMatching(/^wz_live_/) },
  });
  expect(onboarded.steps.map(({ state }: { state: string }) => state)).toEqual(["done", "done", "done"]);
  expect(onboarded.snippet).toContain(platform.url);
  expect(onboarded.snippet).not.toContain(onboarded.key.secret);
  expect(json(await platform.as(onboarded.key.secret).run(["auth", "status", "--json"])).me.partner.company).toBe(
    "Acacia",
  );
});

test("onboarding goes on where it stopped, and once done changes nothing more", async () => {
  const { cli } = await openShop();
  const onboard = async (...args: string[]) =>
    json(await cli.run(["partners", "onboard", ...baobab, ...args, "--json"]));
  const stopped = await onboard("--subscribe", "not-yet-there:premium");
  expect(stopped).toMatchObject({
    error: { code: "partly_done", exit_code: 13, steps: [{ step: "partner", state: "done" }] },
  });
  const resumed = await onboard("--subscribe", `${entry.slug}:premium`);
  expect(resumed.steps.map(({ state }: { state: string }) => state)).toEqual(["kept", "done", "done"]);
  const again = await onboard("--subscribe", `${entry.slug}:premium`);
  expect(again.steps).toEqual(resumed.steps.map((step: object) => ({ ...step, state: "kept" })));
  expect(again.key).not.toHaveProperty("secret");
  expect(json(await cli.run(["keys", "list", "data@baobab.example", "--json"])).data).toHaveLength(1);
});

test("onboarding never changes a subscription's tier behind anyone's back", async () => {
  const { cli } = await openShop();
  const onboard = (tier: string) =>
    cli.run(["partners", "onboard", ...baobab, "--subscribe", `${entry.slug}:${tier}`, "--json"]);
  expect(await onboard("premium")).toMatchObject({ code: 0 });
  expect(json(await onboard("basic"))).toMatchObject({ error: { code: "already_subscribed", exit_code: 7 } });
});

test("a partner is created, changed, suspended and taken back, by its address", async () => {
  const { cli } = await openPlatform();
  const made = json(await cli.run(["partners", "create", ...baobab, "--spending-limit", "5000.50", "--json"]));
  expect(made.monthly_spending_limit).toEqual({ amount: 500_050, currency: "ZAR" });
  const run = async (...args: string[]) =>
    json(await cli.run(["partners", args[0] ?? "", "data@baobab.example", ...args.slice(1), "--json"]));
  expect(await run("update", "--plan", "enterprise", "--spending-limit", "none")).toMatchObject({
    plan: "enterprise",
    monthly_spending_limit: null,
  });
  expect(await run("suspend", "--yes")).toMatchObject({ status: "suspended" });
  expect(await run("reactivate")).toMatchObject({ status: "active" });
  expect(await run("show")).toMatchObject({ id: made.id, plan: "enterprise" });
  expect(await run("update")).toMatchObject({ error: { exit_code: 2 } });
});

test("what is still to do for a partner is shown, with the command that does it", async () => {
  const { cli, as } = await openPlatform();
  const { key, partner } = json(await cli.run(["partners", "onboard", ...baobab, "--json"]));
  const step = async () => (await cli.run(["partners", "onboarding", partner.id])).stderr;
  expect(await step()).toContain(`Next: wizdata partners confirm ${partner.id} contact_verified --note`);
  const confirm = (name: string) =>
    cli.run(["partners", "confirm", "data@baobab.example", name, "--note", "seen", "--json"]);
  await confirm("contact_verified");
  const stated = json(await confirm("agreement"));
  expect(stated.steps).toContainEqual(expect.objectContaining({ step: "agreement", source: "operator", note: "seen" }));
  expect(await step()).toContain("Next: wizdata datasets subscribe SLUG");
  const own = await as(key.secret).run(["partners", "onboarding", "--json"]);
  expect(json(own).steps).toContainEqual(expect.objectContaining({ step: "first_call", by: key.id }));
  const open = json(await cli.run(["partners", "list", "--not-onboarded", "--json"]));
  expect(open.data).toMatchObject([{ id: partner.id }]);
});

test("a list says when it is cut, and its cursor goes on exactly there", async () => {
  const { cli, world } = await openPlatform();
  for (let at = 0; at < 5; at++) await world.onboard();
  const cut = await cli.run(["partners", "list", "--limit", "2"]);
  expect(cut.stdout.trimEnd().split("\n")).toHaveLength(2);
  expect(cut.stderr).toContain("Cut after 2 partners. More with --limit, --all, or --after ");
  const first = json(await cli.run(["partners", "list", "--limit", "2", "--json"]));
  const rest = json(await cli.run(["partners", "list", "--all", "--after", first.next_cursor, "--json"]));
  expect(first).toMatchObject({ has_more: true });
  expect(rest).toMatchObject({ has_more: false, next_cursor: null });
  const all = json(await cli.run(["partners", "list", "--all", "--json"]));
  expect([...first.data, ...rest.data]).toEqual(all.data);
});

test("what the server refuses keeps its code, its request id and its next step", async () => {
  const { cli } = await openPlatform();
  await cli.run(["partners", "create", ...baobab]);
  const again = await cli.run(["partners", "create", ...baobab, "--json"]);
  expect(again.code).toBe(7);
  expect(json(again)).toEqual({
    error: expect.objectContaining({
      code: "already_exists",
      exit_code: 7,
      request_id: expect.stringMatching(/^req_/),
    }),
  });
  expect(json(await cli.run(["partners", "show", "par_nobody", "--json"]))).toMatchObject({
    error: { code: "not_found", exit_code: 6 },
  });
  expect(json(await cli.run(["partners", "show", "no@body.example", "--json"]))).toMatchObject({
    error: { exit_code: 6 },
  });
});

test("a partner's key cannot do an operator's work: exit code 5", async () => {
  const { as, world } = await openPlatform();
  const { key } = await world.onboard();
  const ended = await as(key).run(["partners", "create", ...baobab, "--json"]);
  expect(ended.code).toBe(5);
  expect(json(ended)).toMatchObject({ error: { exit_code: 5 } });
});
