import Database from "better-sqlite3";

/**
 * One process per home. An exclusive transaction held open on a file of its own is a lock that the kernel ends with the
 * process, however that ends, and that no crash leaves behind.
 */
export function holdLock(file: string): { release(): void } {
  const connection = new Database(file, { timeout: 0 });
  try {
    connection.pragma("journal_mode = delete");
    connection.exec("begin exclusive");
  } catch (error) {
    connection.close();
    throw new Error(
      `Another WizData server runs on this home (${file} is locked). Stop it, or set WIZDATA_HOME to another folder.`,
      { cause: error },
    );
  }
  return { release: () => connection.close() };
}
