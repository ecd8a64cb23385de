import type { Member } from "../meter/meter.ts";
import { eq } from "../store/drizzle.ts";
import type { World } from "./world.ts";

type License = { perMinute: number; perDay: number; perMonth: number };
type Terms = {
  partner?: object;
  key?: object;
  license?: Partial<License>;
  billing?: "monthly" | "annual" | "payg";
  pricePerCall?: number;
  pricePer1000Rows?: number;
  currency?: string;
};

let made = 0;

/** A partner with a key and a subscription to a dataset of its own, and what it takes to be metered without any data. */
export async function openSubscribed(world: World, { partner, key, license, ...price }: Terms = {}) {
  const { services } = world;
  made += 1;
  const dataset = `metered-${made}`;
  const tier = "premium";
  const onboarded = await world.onboard({ ...(partner ? { partner } : {}), ...(key ? { key } : {}) });
  const subscriptionId = services.newId("sub");
  const now = services.clock();
  const { billing = "monthly", pricePerCall = 0, pricePer1000Rows = 0, currency = "ZAR" } = price;

  const lineageId = await services.store.transaction(async (tx) => {
    const { datasets, licenses, subscriptions, keys } = tx.t;
    await tx.insert(datasets).values({
      slug: dataset,
      title: dataset,
      description: "",
      category: "test",
      countries: [],
      series: [],
      cadence: "daily",
      definition: { columns: [], key: [], time: null, partition: "none" } as never, // the meter never looks at a schema
      source: {} as never, // nor at where the data is from
      price: 10_000,
      currency,
      pricePerCall,
      pricePer1000Rows,
      state: "published",
      currentVersion: 1,
      createdAt: now,
      updatedAt: now,
    });
    await tx.insert(licenses).values({
      dataset,
      tier,
      perMinute: 1_000_000,
      perDay: 1_000_000,
      perMonth: 10_000_000,
      ...license,
      priceMultiplierMillis: 1000,
      features: ["query", "export"],
    });
    await tx.insert(subscriptions).values({
      id: subscriptionId,
      partnerId: onboarded.id,
      dataset,
      tier,
      billing,
      status: "active",
      price: 10_000,
      currency,
      pricePerCall,
      pricePer1000Rows,
      priceVersion: 1,
      anchorDate: now.toISOString().slice(0, 10),
      createdAt: now,
      canceledAt: null,
    });
    const [row] = await tx.select({ lineageId: keys.lineageId }).from(keys).where(eq(keys.id, onboarded.keyId));
    return row?.lineageId ?? "";
  });

  /** An answer that is about to leave. */
  const answer = (given: Partial<Member> = {}): Member => ({
    eventId: services.newId("use"),
    requestId: services.newId("req"),
    partnerId: onboarded.id,
    lineageId,
    keyId: onboarded.keyId,
    subscriptionId,
    dataset,
    version: 1,
    operation: "query",
    status: 200,
    rows: 0,
    bytes: 0,
    units: 1,
    asked: "",
    minutes: "",
    call: null,
    ...given,
  });
  return { ...onboarded, lineageId, dataset, subscriptionId, answer };
}
