import type { ArchiveRow } from "./queries.ts";

/** The text of an archive that the platform signs. */
export const archiveText = ({
  month,
  file,
  sha256,
  rows,
  bytes,
}: Pick<ArchiveRow, "month" | "file" | "sha256" | "rows" | "bytes">): string =>
  JSON.stringify(["wizdata-archive-1", month, file, sha256, rows, bytes]);
