import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Call } from "../http/call.ts";
import { scopeNames } from "../scopes.ts";
import type { Services } from "../services.ts";
import { publishVersion } from "./publish.ts";
import { findDataset } from "./queries.ts";
import { NewDataset } from "./schemas.ts";
import { createDataset } from "./service.ts";

const folder = fileURLToPath(new URL("../../catalog", import.meta.url));

/** Publishes the datasets that come with WizData, as an operator would: those that are not there yet. */
export async function publishShippedCatalog(
  services: Services,
  onPublished: (slug: string, rows: number) => void,
): Promise<void> {
  for (const slug of (await readdir(folder)).sort()) {
    const known = await findDataset(services.store.db, slug);
    if (!known) {
      const entry: unknown = JSON.parse(await readFile(join(folder, slug, "dataset.json"), "utf8"));
      await createDataset(services, platformCall(), NewDataset.parse(entry));
    }
    if (known && known.currentVersion !== null) continue;
    // Node's web streams and the global ones are the same, under two types.
    const stream = Readable.toWeb(createReadStream(join(folder, slug, "data.csv.gz"))) as ReadableStream<Uint8Array>;
    const upload = {
      stream,
      contentType: "application/gzip",
      contentEncoding: undefined,
      contentLength: undefined,
      path: "",
      mode: "replace" as const,
      note: "As it comes with WizData",
      contract: undefined,
    };
    const { rows } = await publishVersion(services, platformCall(), slug, upload);
    onPublished(slug, rows);
  }
}

/** The platform itself, as the audit trail names it. */
function platformCall(): Call {
  const principal = {
    keyId: "system",
    lineageId: "system",
    partnerId: null,
    partnerStatus: null,
    mode: "admin",
    scopes: new Set(scopeNames),
    allowlists: { own: null, partner: null },
    caps: { perMinute: null, perDay: null, perMonth: null },
    endsAtMs: Number.POSITIVE_INFINITY,
  };
  return { requestId: "start", principal, address: "", successStatus: 201 };
}
