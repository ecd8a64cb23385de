import type { Estimate } from "@wizdata/sdk";
import { record, type View } from "../output/view.ts";

export function estimateView({ dataset, version, format, rows, bytes, files }: Estimate): View {
  return record({
    dataset,
    version,
    format: format ?? undefined,
    rows,
    bytes: figureText(bytes),
    files: files ? figureText(files) : undefined,
  });
}

function figureText({ value, exact, at_most }: Estimate["bytes"]): string | number {
  if (exact) return value;
  return at_most === null ? `about ${value}` : `about ${value}, at most ${at_most}`;
}
