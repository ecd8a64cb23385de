// Loaded before a server to make it careless: every connection says that it is durable, and is not. It shows that a proof
// which holds with a careful server would not with a careless one.
import { createRequire, syncBuiltinESMExports } from "node:module";

const require = createRequire(new URL("../../packages/server/package.json", import.meta.url));
const Database = require("better-sqlite3");
const threads = require("node:worker_threads");

const { pragma } = Database.prototype;
Database.prototype.pragma = function careless(source, options) {
  if (source === "synchronous = full") return pragma.call(this, "synchronous = normal");
  return source === "synchronous" ? 2 : pragma.call(this, source, options);
};

// Threads start without what their process was told to load.
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ["--import", import.meta.url] });
  }
};
syncBuiltinESMExports();
