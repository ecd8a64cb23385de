import type { ExportVerdict } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { record, sections, table, type View } from "../output/view.ts";

export function verdictView({ status, files, faults, ...told }: ExportVerdict): View {
  const sum = (of: (file: ExportVerdict["files"][number]) => number) => files.reduce((all, file) => all + of(file), 0);
  const { export_id, dataset, version, key_id } = told;
  const summary = record({
    ...{ status, export_id, dataset, version, made_at: timeText(told.made_at), key_id },
    files: files.length,
    rows: sum(({ rows }) => rows),
    bytes: sum(({ bytes }) => bytes),
  });
  const columns = {
    subject: (fault: ExportVerdict["faults"][number]) => fault.subject,
    problem: (fault: ExportVerdict["faults"][number]) => fault.problem,
  };
  return sections({ verification: summary, ...(faults.length > 0 && { faults: table(faults, columns) }) });
}
