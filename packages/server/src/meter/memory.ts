import type { connect } from "../store/connection.ts";

const entriesMax = 30_000;

/** What a connection has read and written, for as long as it is certain that the database has it so. */
export type Memory = {
  /** Is emptied when something else may hold. */
  map<T>(): Map<string, T>;
  /** To be called when a transaction has begun: from then on nobody can commit until it has ended. */
  refresh(): void;
  /** What was written in a transaction has been taken back. */
  forget(): void;
};

/** Holds until any other connection has committed anything at all: what that was is not asked. */
export function openMemory(connection: ReturnType<typeof connect>): Memory {
  /** Changes when any other connection has committed, and never by what this one writes. */
  const dataVersion = connection.prepare<[], number>("pragma data_version").pluck();
  const maps: Map<string, unknown>[] = [];
  let knownVersion: number | undefined;
  return {
    map<T>() {
      const map = new Map<string, T>();
      maps.push(map);
      return map;
    },
    refresh() {
      const version = dataVersion.get();
      for (const map of maps) if (version !== knownVersion || map.size >= entriesMax) map.clear();
      knownVersion = version;
    },
    forget() {
      for (const map of maps) map.clear();
    },
  };
}
