import type { FormatName } from "../lake/grammar-page.ts";

// What passes between the serving process and a sandbox. All that comes back is taken for what a stranger might have written.

/** A dataset as the statement names it, and what of it the statement reads. */
export type NamedTable = { name: string; columns: "all" | string[] };

/** A table of the sandbox: views of these names over these files of its folder. */
export type SandboxTable = {
  names: string[];
  columns: { name: string; type: string }[];
  files: string[];
  read: "all" | string[];
};

export type SqlColumn = { name: string; type: string };

export type ToSandbox =
  | { type: "read"; statement: string; memoryMb: number }
  | {
      type: "run";
      statement: string;
      tables: SandboxTable[];
      format: FormatName;
      rowsMax: number;
      bytesMax: number;
      memoryMb: number;
    };

/** Why there is no result: the statement is wrong, or takes more than it may. `position` counts characters from 1. */
export type Refusal =
  | { type: "faulty"; message: string; position: number | null }
  | { type: "broad"; exceeded: "rows" | "bytes" | "memory" };

/** Told once, before anything is asked. */
export type Ready = { type: "ready" };

export type FromSandbox =
  | { type: "named"; tables: NamedTable[] }
  /** The rows themselves, `bytes` of them, come over standard output. */
  | { type: "done"; columns: SqlColumn[]; rows: number; bytes: number; bytesScanned: number[] }
  | Refusal;
