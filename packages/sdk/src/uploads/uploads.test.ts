import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ConnectionError, ValidationError, WizData } from "../index.ts";
import { open, prices, pricesCsv, pricesRows } from "../testing/world.ts";

const partBytes = 4_096;
const partsOfCsv = Math.ceil(pricesCsv.length / partBytes);

/** A platform whose operator's requests can be counted, and made to fail. */
async function openWatched() {
  const world = await open();
  const sent: string[] = [];
  const failing = new Set<(request: string) => boolean>();
  const fetch = async (request: Request) => {
    const line = `${request.method} ${new URL(request.url).pathname.replace(/upl_\w+/, "upl")}`;
    sent.push(line);
    if ([...failing].some((fails) => fails(line))) throw new TypeError("connection reset");
    return world.fetch(request);
  };
  const operator = new WizData({ apiKey: world.operatorKey, baseURL: "http://localhost", fetch });
  await operator.datasets.create(prices);
  const parts = () => sent.filter((line) => line.startsWith("PUT"));
  return { operator, sent, failing, parts };
}

test("a small file goes in one request, whatever it is", async () => {
  const { operator, sent } = await openWatched();
  const ndjson = pricesRows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const forms = [
    pricesCsv,
    gzipSync(pricesCsv),
    new Blob([ndjson]),
    new Blob([pricesCsv]).stream(),
    () => new Blob([ndjson]).stream(),
  ];
  for (const [at, form] of forms.entries()) {
    const made = await operator.datasets.publish("prices", form instanceof Buffer ? new Uint8Array(form) : form);
    expect(made).toMatchObject({ number: 1, rows: pricesRows.length, unchanged: at > 0 });
  }
  expect(sent.filter((line) => line === "POST /api/v1/datasets/prices/versions")).toHaveLength(forms.length);
  expect(sent.some((line) => line.includes("uploads"))).toBe(false);
});

test.each([
  ["a blob", () => new Blob([pricesCsv])],
  ["bytes", () => new TextEncoder().encode(pricesCsv)],
  ["a stream of unknown length", () => new Blob([pricesCsv]).stream()],
])("a larger one goes in parts: %s", async (_, make) => {
  const { operator, parts } = await openWatched();
  const told: number[] = [];
  const made = await operator.datasets.publish(
    "prices",
    make(),
    { note: "In parts" },
    {
      partBytes,
      onProgress: ({ bytes }) => told.push(bytes),
    },
  );
  expect(made).toMatchObject({ number: 1, rows: pricesRows.length, note: "In parts" });
  expect(parts()).toHaveLength(partsOfCsv);
  expect(told.at(0)).toBe(0);
  expect(told.at(-1)).toBe(pricesCsv.length);
});

test("a connection that is cut costs one part, and what is broken off is gone on with", async () => {
  const { operator, failing, parts, sent } = await openWatched();
  let cuts = 0;
  const cutOnce = (line: string) => line.endsWith("/parts/2") && cuts++ === 0;
  failing.add(cutOnce);
  let id: string | undefined;
  const gone = (line: string) => line.endsWith("/parts/4");
  failing.add(gone);
  const settings = { partBytes, connections: 1, maxRetries: 1 };
  const broken = operator.datasets.publish(
    "prices",
    new Blob([pricesCsv]),
    {},
    {
      ...settings,
      name: "prices.csv",
      onProgress: ({ upload }) => {
        id = upload;
      },
    },
  );
  await expect(broken).rejects.toBeInstanceOf(ConnectionError);
  expect(parts().map((line) => line.at(-1))).toEqual(["1", "2", "2", "3", "4", "4"]);
  expect((await operator.uploads.retrieve(id ?? "")).parts.map(({ number }) => number)).toEqual([1, 2, 3]);
  failing.clear();
  sent.length = 0;
  // The size of the parts is the upload's own, whatever is asked for now.
  const made = await operator.datasets.publish("prices", new Blob([pricesCsv]), {}, { resume: id });
  expect(made).toMatchObject({ number: 1, rows: pricesRows.length });
  expect(parts()).toHaveLength(partsOfCsv - 3);
}, 180_000);

test("a file with faults is told so, and nothing of it takes room any longer", async () => {
  const { operator } = await openWatched();
  const faulty = `${pricesCsv}2024-02-30,KCB,1\n`;
  const refused = operator.datasets.publish("prices", new Blob([faulty]), {}, { partBytes });
  await expect(refused).rejects.toBeInstanceOf(ValidationError);
  await expect(refused).rejects.toMatchObject({ code: "faulty_upload" });
  expect((await operator.uploads.list()).data).toEqual([]);
});

test("a stream, which may be an open file, is let go of wherever the upload fails", async () => {
  const { operator, failing } = await openWatched();
  const bytes = new TextEncoder().encode(pricesCsv);
  const open = new Set<string>();
  async function* stream(name: string) {
    open.add(name);
    try {
      for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000);
    } finally {
      open.delete(name);
    }
  }
  for (const place of ["POST /api/v1/uploads", "/parts/1", "/parts/3"]) {
    failing.clear();
    failing.add((line) => line.endsWith(place));
    const broken = operator.datasets.publish("prices", stream(place), {}, { partBytes, connections: 1, maxRetries: 0 });
    await expect(broken).rejects.toBeInstanceOf(ConnectionError);
    expect([...open]).toEqual([]);
  }
});

test("parts of no bytes and no or too many connections are refused before anything is sent", async () => {
  const { operator, sent } = await openWatched();
  sent.length = 0;
  for (const settings of [{ partBytes: 0 }, { partBytes: 1.5 }, { connections: 0 }, { connections: 17 }]) {
    const refused = operator.datasets.publish("prices", new Blob([pricesCsv]), {}, settings);
    await expect(refused).rejects.toBeInstanceOf(RangeError);
  }
  expect(sent).toEqual([]);
});
