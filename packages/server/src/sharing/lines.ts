import type { Definition } from "../datasets/definition.ts";
import type { Part } from "../lake/lake.ts";
import type { PublishedVersion } from "../subscriptions/published-versions.ts";
import type { Sight } from "../subscriptions/sight.ts";
import { tableId } from "./names.ts";
import { schemaString } from "./schema-string.ts";

/** The version that an answer is about, where it was asked for one. */
export type Told = { version: number; timestamp: number };

/** A part with the link that opens it. */
export type LinkedPart = { part: Part; url: string; expirationTimestamp: number };

export const toLines = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

export const protocolLine = { protocol: { minReaderVersion: 1 } };

/** Where rows come into sight and leave it as time goes by, what changed between two versions is not all that changed for a reader. */
export const hasChangeFeed = ({ cut }: Sight): boolean => cut === null || (cut.from === null && cut.to === null);

export function metadataLine(
  slug: string,
  { definition, parts }: PublishedVersion,
  sight: Sight,
  told?: Pick<Told, "version">,
) {
  return {
    metaData: {
      id: tableId(slug),
      name: slug,
      format: { provider: "parquet" },
      schemaString: schemaString(definition),
      // Each file has all of its columns; by what parts are cut is told by their statistics.
      partitionColumns: [],
      configuration: hasChangeFeed(sight) ? { enableChangeDataFeed: "true" } : {},
      size: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      numFiles: parts.length,
      ...(told && { version: told.version }),
    },
  };
}

export function fileFields(definition: Definition, { part, url, expirationTimestamp }: LinkedPart, told?: Told) {
  return {
    url,
    id: part.sha256,
    partitionValues: {},
    size: part.bytes,
    ...(told && { timestamp: told.timestamp, version: told.version }),
    stats: JSON.stringify(statsOf(definition, part)),
    expirationTimestamp,
  };
}

function statsOf({ time, columns }: Definition, { rows, timeMin, timeMax }: Part) {
  if (time === null || timeMin === null || timeMax === null) return { numRecords: rows };
  const isYear = columns.some(({ name, type }) => name === time && type === "integer");
  const toValue = (text: string) => (isYear ? Number(text) : text);
  return {
    numRecords: rows,
    minValues: { [time]: toValue(timeMin) },
    maxValues: { [time]: toValue(timeMax) },
    nullCount: { [time]: 0 },
  };
}
