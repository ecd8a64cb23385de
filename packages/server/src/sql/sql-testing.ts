import { publish, readShipped } from "../testing/datasets.ts";
import type { Answer, Ask, World } from "../testing/world.ts";

/** A shipped dataset, published as it is shipped. */
export async function publishShipped(world: World, slug: string): Promise<void> {
  const { definition, ...entry } = JSON.parse(readShipped(slug, "dataset.json").toString());
  await publish(world, { ...entry, definition, slug }, readShipped(slug, "data.csv.gz"));
}

/** A partner that may run statements over these datasets, as far as the tier has it. */
export async function subscriber(world: World, slugs: readonly string[], tier = "enterprise") {
  const partner = await world.onboard();
  for (const slug of slugs) {
    const made = await world.ask("POST", `/datasets/${slug}/subscribe`, {
      body: { partner_id: partner.id, tier, billing: "monthly" },
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  }
  const sql = (statement: string, more: object = {}, ask: Ask = {}): Promise<Answer> =>
    world.ask("POST", "/sql", { key: partner.key, body: { sql: statement, ...more }, ...ask });
  return { ...partner, sql };
}
