import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { writeProfiles } from "../settings/profiles.ts";
import { openPlatform, type Platform } from "./platform.ts";
import type { OnFinished } from "./process.ts";

const rows = ["date,code,day_price", "2024-01-01,SCOM,13", "2024-01-02,SCOM,14", "2026-01-02,KCB,120", ""].join("\n");
const entry = {
  slug: "nse-kenya",
  title: "Nairobi prices",
  description: "Daily prices.",
  category: "market",
  countries: ["KEN"],
  cadence: "daily",
  source: { name: "Somewhere", licence: "CC BY 4.0", attribution: "Somewhere" },
  price: { amount: 250_000, currency: "ZAR" },
  definition: {
    key: ["code", "date"],
    time: "date",
    columns: [
      { name: "date", type: "date", nullable: false },
      { name: "code", type: "string", nullable: false },
      { name: "day_price", type: "number" },
    ],
  },
};
const scopes = ["datasets:read", "data:read", "exports:read", "exports:write", "usage:read", "terms:accept"];
const declared = "partners: [{ email: data@marula.example, company: Marula, keys: [{ name: nightly }] }]";

/** Everything that the examples of the help speak of, and each time a new one of what they change. */
export type Scene = Platform & {
  newFolder(): Promise<string>;
  /** The example with what there is in place of what it names, and who runs it. */
  prepare(line: string): Promise<{ line: string; key: string }>;
};

export async function openScene(onFinished: OnFinished): Promise<Scene> {
  // All of them run in one minute of a clock that stands still.
  const platform = await openPlatform(onFinished, { WIZDATA_UNMETERED_CALLS_PER_MINUTE: "100000" });
  const { world, url, cli } = platform;
  const ask = async (method: string, path: string, body?: unknown, key = world.operatorKey) => {
    const answer = await world.ask(method, path, body === undefined ? { key } : { body, key });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  for (const slug of ["nse-kenya", "nse-kenya-2", "sadc-esg"]) await ask("POST", "/datasets", { ...entry, slug });
  for (const [slug, more] of [
    ["nse-kenya", ""],
    ["nse-kenya", "2026-01-03,KCB,121\n"],
    ["nse-kenya", "2026-01-04,KCB,122\n"],
    ["sadc-esg", ""],
    ["nse-kenya-2", ""],
  ])
    await world.ask("POST", `/datasets/${slug}/versions`, {
      raw: rows + more,
      headers: { "content-type": "text/csv" },
    });
  for (const text of ["Do no harm.", "Do some good."]) await ask("POST", "/datasets/nse-kenya-2/terms", { text });

  let retractable = 0;
  /** One whose versions an example may withdraw: all others read the versions of the rest. */
  const newRetractable = async (): Promise<string> => {
    retractable += 1;
    const slug = `nse-kenya-retractable-${retractable}`;
    await ask("POST", "/datasets", { ...entry, slug });
    const headers = { "content-type": "text/csv" };
    for (const price of [1, 2, 3])
      await world.ask("POST", `/datasets/${slug}/versions`, { raw: `${rows}2026-01-03,KCB,${price}\n`, headers });
    return slug;
  };

  /** One whose fourth version waits for an operator. */
  const newHeld = async (): Promise<string> => {
    const slug = await newRetractable();
    await ask("PATCH", `/datasets/${slug}`, { floors: { timeliness: 100 } });
    const headers = { "content-type": "text/csv" };
    await world.ask("POST", `/datasets/${slug}/versions`, { raw: rows, headers });
    return slug;
  };

  let partners = 0;
  let lastKeyId = "";
  const newPartner = async (isSubscribed: boolean, tier = "premium") => {
    partners += 1;
    const email = `data@partner${partners}.example`;
    const { id } = await ask("POST", "/partners", { company: `Partner ${partners}`, email, plan: "enterprise" });
    const key = await ask("POST", `/partners/${id}/keys`, { name: "first", scopes });
    const subscription = isSubscribed
      ? await ask("POST", "/datasets/nse-kenya/subscribe", { partner_id: id, tier })
      : undefined;
    return { id, email, key, subscriptionId: subscription?.id as string };
  };

  const prepare = async (line: string) => {
    const [, noun = "", verb = ""] = line.split(" ");
    const command = `${noun} ${verb}`;
    const isEnding = /^datasets (retire|restore)$/.test(command);
    const tier = noun === "sql" ? "enterprise" : "premium";
    const partner = await newPartner(command !== "datasets subscribe" && !isEnding, tier);
    if (command === "partners reactivate") await ask("POST", `/partners/${partner.id}/suspend`);
    if (command === "partners reopen")
      await ask("POST", `/partners/${partner.id}/onboarding/agreement`, { note: "signed" });
    if (command === "keys retire") await ask("POST", `/keys/${partner.key.id}/rotate`, { overlap_seconds: 3_600 });
    if (command === "subscriptions resume")
      await ask("POST", `/subscriptions/${partner.subscriptionId}/cancel`, { when: "period_end" });
    if (command === "datasets retire") world.clock.set(new Date("2030-01-02T00:00:00Z"));
    const isNew = /^(partners (create|onboard)|api POST)$/.test(command);
    const address = `new@partner${partners}.example`;
    const exported = line.includes("exp_") ? await newExport(partner.key.secret) : "";
    const checked = line.includes("chk_") ? (await ask("POST", "/checks", { quick: true })).id : "";
    const upload = { dataset: "nse-kenya", name: "nse-kenya-daily.ndjson.zst" };
    const uploadId = line.includes("upl_") ? (await ask("POST", "/uploads", upload)).id : "";
    const retracted = command === "datasets retract" ? await newRetractable() : "nse-kenya";
    const held = /^datasets (release|reject)$/.test(command) ? await newHeld() : "nse-kenya";
    lastKeyId = partner.key.id;
    const receipt = line.includes("use_") ? await newReceipt(partner.key.secret) : "";
    const prepared = line
      // It would be watched until somebody ends it, and waited for.
      .replace(/^(wizdata usage watch)((?!.*--count).*)/, "$1$2 --count 1")
      .replace("--every 1m", "--every 1s")
      .replace(/upl_\w+/, uploadId)
      .replace(/\b(data|it)@\w+\.example/g, isNew ? address : partner.email)
      .replace(/key_\w+/, partner.key.id)
      .replace(/sub_\w+/, partner.subscriptionId)
      .replace(/par_\w+/, partner.id)
      .replace(/exp_\w+/, exported)
      .replace(/chk_\w+/, checked)
      .replace(/use_\w+/, receipt)
      .replace("https://data.example.com", url)
      .replace(/^(wizdata datasets retract )nse-kenya/, `$1${retracted}`)
      .replace(/^(wizdata datasets (?:release|reject) )nse-kenya/, `$1${held}`)
      .replace(/^(wizdata terms \w+ )nse-kenya/, "$1nse-kenya-2");
    return { line: prepared, key: isOfPartner(line) ? partner.key.secret : world.operatorKey };
  };

  const newReceipt = async (key: string) =>
    (await world.ask("GET", "/data/nse-kenya?limit=1", { key })).headers.get("wizdata-receipt") ?? "";

  const newExport = async (key: string, format = "csv"): Promise<string> => {
    const { id } = await ask("POST", "/exports", { dataset: "nse-kenya", format }, key);
    for (;;) {
      const { status } = await ask("GET", `/exports/${id}?wait_seconds=5`, undefined, key);
      if (status !== "queued" && status !== "running") return id;
    }
  };

  /** A Parquet file with the columns of the dataset is one that the platform made. */
  const parquetFile = async (): Promise<Uint8Array> => {
    const { secret } = (await newPartner(true)).key;
    const id = await newExport(secret, "parquet");
    const { files } = await ask("GET", `/exports/${id}/manifest`, undefined, secret);
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await world.fetch(`${url}/api/v1/exports/${id}/files/${files[0].name}`, { headers });
    return new Uint8Array(await answer.arrayBuffer());
  };
  const parquet = await parquetFile();

  /** What a download leaves in its folder. */
  const downloaded = async () => {
    const { secret } = (await newPartner(true)).key;
    const id = await newExport(secret);
    const { signed, signature, files } = await ask("GET", `/exports/${id}/manifest`, undefined, secret);
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await world.fetch(`${url}/api/v1/exports/${id}/files/${files[0].name}`, { headers });
    return {
      [files[0].name]: new Uint8Array(await answer.arrayBuffer()),
      "manifest.json": signed,
      "manifest.json.sig": Buffer.from(signature, "base64url"),
      "wizdata-keys.json": await (await world.fetch(`${url}/.well-known/wizdata-keys.json`)).text(),
    };
  };
  const folderOfExport = await downloaded();

  /** A day that was signed, and what a partner kept of it. */
  const signedDay = async () => {
    const { world } = platform;
    const { id, key } = await world.onboard({ partner: { email: "kept@baobab.example", time_zone: "UTC" } });
    await ask("POST", "/datasets/nse-kenya/subscribe", { partner_id: id, tier: "premium" });
    const { headers } = await world.ask("GET", "/data/nse-kenya?limit=2", { key });
    world.clock.set(new Date("2026-03-11T06:00:00Z"));
    await world.signDays();
    const published = await world.fetch(`${url}/.well-known/wizdata-keys.json`);
    return {
      "ledger-2026-03-10.json": JSON.stringify(await ask("GET", "/usage/ledger?day=2026-03-10", undefined, key)),
      "wizdata-keys.json": await published.text(),
      "receipts.txt": `${headers.get("wizdata-receipt")}\n`,
      "report.json": JSON.stringify(await ask("GET", "/usage?by=day", undefined, key)),
    };
  };
  const kept = await signedDay();

  const newFolder = async () => {
    const folder = mkdtempSync(join(cli.home, "example-"));
    const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
    write("key.txt", world.operatorKey);
    write("nse-kenya.json", JSON.stringify({ ...entry, slug: `nse-kenya-${partners}-more` }));
    write("nse-kenya-daily.csv", rows);
    write("nse-kenya-daily.csv.gz", gzipSync(rows));
    write("nse-kenya-daily.parquet", parquet);
    write("nse-kenya-daily.ndjson.zst", zstdCompressSync('{"date":"2024-01-01","code":"SCOM","day_price":13}\n'));
    write("new-day.csv", "date,code,day_price\n2026-01-05,KCB,123\n");
    write("corrections.csv", "date,code,day_price\n2024-01-02,SCOM,15\n");
    write("withdrawn-keys.csv", "date,code\n2024-01-02,SCOM\n");
    for (const [name, text] of Object.entries(kept)) write(name, text);
    mkdirSync(join(folder, "nse-kenya"));
    for (const [name, bytes] of Object.entries(folderOfExport)) write(join("nse-kenya", name), bytes);
    write("terms.md", `Terms, number ${partners}.`);
    const usage = { source: "edge-1", id: folder, key_id: lastKeyId, dataset: "nse-kenya", operation: "query" };
    write("usage.json", JSON.stringify({ events: [{ ...usage, rows: 3, bytes: 90 }] }));
    write("averages.sql", "SELECT code, avg(day_price) AS average FROM nse_kenya GROUP BY code ORDER BY average DESC");
    write("partners.yaml", declared);
    write("access.ndjson", "");
    const work = { base_url: url, api_key: world.operatorKey };
    await writeProfiles({ HOME: folder }, { current: "default", profiles: { work, default: work } });
    return folder;
  };
  return { ...platform, prepare, newFolder };
}

/** What a partner asks for itself, its operator has to name the partner for. */
function isOfPartner(line: string): boolean {
  const isOwn = /^wizdata (data|sql|exports|usage|terms accept|datasets share-profile)( |$)/.test(line);
  const isOperators = /^wizdata usage (totals|record|reverse|reconcile)/.test(line);
  return isOwn && !isOperators && !line.includes("--partner");
}
