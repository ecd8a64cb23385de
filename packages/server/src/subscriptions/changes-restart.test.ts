import { expect, onTestFinished, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { closes, closesCsv } from "../testing/datasets.ts";
import { openPlatform } from "../testing/server-process.ts";

test("what fell due while no server ran is so at the next start, and is written down once", async () => {
  const platform = await openPlatform();
  onTestFinished(() => platform.close());
  const first = await platform.start();
  onTestFinished(() => first.kill());
  const key = first.operatorKey ?? "";
  const partner = await call(first.url, key, "POST", "/partners", { company: "A", email: "a@a.example" });
  const ids: string[] = [];
  for (const slug of ["ending", "changing"]) {
    await call(first.url, key, "POST", "/datasets", closes(slug));
    await call(first.url, key, "POST", `/datasets/${slug}/versions`, closesCsv());
    const terms = { partner_id: partner.id, tier: "premium" };
    ids.push((await call(first.url, key, "POST", `/datasets/${slug}/subscribe`, terms)).id);
  }
  const [ending = "", changing = ""] = ids;
  await call(first.url, key, "POST", `/subscriptions/${ending}/cancel`, { when: "period_end" });
  await call(first.url, key, "POST", `/subscriptions/${changing}/change`, { tier: "basic" });
  await first.stop();

  const due = new Date(Date.now() - 1_000);
  const store = await platform.openStore();
  await store.transaction(async (tx) => {
    const { subscriptions } = tx.t;
    await tx.update(subscriptions).set({ cancelsAt: due }).where(eq(subscriptions.id, ending));
    await tx.update(subscriptions).set({ changesAt: due }).where(eq(subscriptions.id, changing));
  });
  await store.close();

  const second = await platform.start();
  onTestFinished(() => second.kill());
  const shown = await Promise.all(ids.map((id) => call(second.url, key, "GET", `/subscriptions/${id}`)));
  expect(shown).toMatchObject([
    { status: "canceled", canceled_at: due.toISOString() },
    { status: "active", tier: "basic", pending_change: null },
  ]);
  await second.stop();
  await (await platform.start()).stop();

  const after = await platform.openStore();
  const audit = (await after.db.select().from(after.db.t.audit)).filter(({ actor }) => actor === "system");
  const written = audit.filter(({ target }) => ids.includes(target)).map(({ action }) => action);
  expect(written.sort()).toEqual(["subscription.canceled", "subscription.changed"]);
  await after.close();
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into any body
async function call(url: string, key: string, method: string, path: string, body?: object | string): Promise<any> {
  const type = typeof body === "string" ? "text/csv" : "application/json";
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": type }) },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
