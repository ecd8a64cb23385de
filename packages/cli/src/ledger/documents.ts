import { createHash, createPublicKey, verify } from "node:crypto";
import type { UsageReport } from "@wizdata/sdk";
import type { LedgerCrypto, LedgerDocument, LedgerKey } from "@wizdata/shared";
import { usageFailure } from "../failures.ts";
import { readJson, readText } from "../input-file.ts";
import type { SchemaFault } from "../output/validate.ts";
import type { Terminal } from "../terminal.ts";

const charsMax = 500 << 20;

export type SavedDocument = LedgerDocument & { keys?: LedgerKey[] };

/** A document as `wizdata usage ledger` writes it, or an answer of the API. */
export async function readDocument(terminal: Terminal, file: string): Promise<SavedDocument> {
  const value = await readJson(terminal, file, charsMax);
  await refuseOther(file, "UsageLedger", { has_more: false, next_cursor: null, ...Object(value) });
  const { keys } = Object(value);
  if (keys !== undefined) await checkKeys(file, keys);
  return value as SavedDocument; // as was just checked
}

/** The keys as the platform publishes them, or a list of them. */
export async function readKeys(terminal: Terminal, file: string): Promise<LedgerKey[]> {
  const value = await readJson(terminal, file);
  const keys = Array.isArray(value) ? value : Object(value).keys;
  await checkKeys(file, keys);
  return keys;
}

async function checkKeys(file: string, keys: unknown): Promise<void> {
  if (!Array.isArray(keys)) throw usageFailure(`${file} has no keys.`);
  for (const key of keys) await refuseOther(file, "SigningKey", key);
}

export async function readReport(terminal: Terminal, file: string): Promise<UsageReport> {
  const value = await readJson(terminal, file);
  await refuseOther(file, "UsageReport", value);
  const report = value as UsageReport; // as was just checked
  if (report.by === "day") return report;
  throw usageFailure(`${file} is a report by ${report.by}.`, { next: ["wizdata usage report --by day --json"] });
}

/** One receipt a line, or NDJSON with a `receipt`. */
export async function readReceipts(terminal: Terminal, file: string): Promise<string[]> {
  const text = await readText(terminal, file, charsMax);
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .map((line, at) => (line.startsWith("{") ? receiptOf(line, file, at + 1) : line));
}

function receiptOf(line: string, file: string, number: number): string {
  try {
    const { receipt } = JSON.parse(line);
    if (typeof receipt === "string") return receipt;
  } catch {
    // What is no JSON has no receipt either.
  }
  throw usageFailure(`${file} has no receipt in line ${number}.`);
}

async function refuseOther(file: string, name: string, value: unknown): Promise<void> {
  const { faultsOf } = await import("../output/validate.ts");
  const [fault]: SchemaFault[] = faultsOf({ $ref: `#/components/schemas/${name}` }, value);
  if (fault) throw usageFailure(`${file} is no ${name}: ${fault.path} ${fault.message}.`);
}

export const crypto: LedgerCrypto = {
  sha256: (text) => createHash("sha256").update(text).digest("hex"),
  isSignedBy(x, text, signature) {
    try {
      const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
      return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
    } catch {
      // A text that is no key has signed nothing.
      return false;
    }
  },
};
