import { join, resolve } from "node:path";

/** Parts are what versions are made of; change sets look like them, and can be made again at any time. */
export type PartsFolder = "parts" | "changes";

/** Where the lake keeps its files. Everything lies under one folder, so that a rename is never a copy. */
export type LakePaths = {
  parts: string;
  changes: string;
  staging: string;
  exports: string;
  part(sha256: string): string;
  index(sha256: string): string;
  /** What is known of a change set, and which part holds its rows. */
  changeSet(id: string): string;
  /** The folder of a job's unfinished files. */
  job(id: string): string;
  /** What a worker may fill during a job, and what is deleted when the job is over, however it ended. */
  jobWork(id: string): string;
  export(id: string): string;
  /** Where months of usage are kept that left the database, and the file of one. */
  archives: string;
  archive(file: string): string;
  uploads: string;
  /** The folder of an upload that comes in parts, and a part in it. */
  upload(id: string): string;
  uploadPart(id: string, number: number, sha256: string): string;
};

const sha256Form = /^[0-9a-f]{64}$/;
const archiveForm = /^\d{4}-\d{2}-[0-9a-f]{64}\.parquet$/;
const idForm = /^[A-Za-z0-9_-]{1,128}$/;

/** A path is only ever made of names of these forms: the last wall against `..` in an id. */
function checked(name: string, form: RegExp): string {
  if (!form.test(name)) throw new Error(`not a file name of the lake: ${JSON.stringify(name.slice(0, 200))}`);
  return name;
}

/** `folder` is where `part` and `index` point to. */
export function lakePaths(home: string, folder: PartsFolder = "parts"): LakePaths {
  // DuckDB compares paths as texts with those it may reach.
  const root = resolve(home);
  const parts = join(root, "lake", "parts");
  const changes = join(root, "lake", "changes");
  const archives = join(root, "lake", "usage");
  const staging = join(root, "staging");
  const exports = join(root, "exports");
  const uploads = join(root, "uploads");
  const upload = (id: string) => join(uploads, checked(id, idForm));
  const stem = (sha256: string) =>
    folder === "changes"
      ? join(changes, checked(sha256, sha256Form))
      : join(parts, checked(sha256, sha256Form).slice(0, 2), sha256);
  const job = (id: string) => join(staging, checked(id, idForm));
  return {
    parts,
    changes,
    staging,
    exports,
    part: (sha256) => `${stem(sha256)}.parquet`,
    index: (sha256) => `${stem(sha256)}.sqlite`,
    changeSet: (id) => join(changes, `${checked(id, sha256Form)}.json`),
    job,
    jobWork: (id) => join(job(id), "work"),
    export: (id) => join(exports, checked(id, idForm)),
    archives,
    archive: (file) => join(archives, checked(file, archiveForm)),
    uploads,
    upload,
    uploadPart: (id, number, sha256) => join(upload(id), `${Math.trunc(number)}-${checked(sha256, sha256Form)}`),
  };
}
