// Loaded before a server whose database may not grow while a file named `full` lies beside it.
import { existsSync } from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(new URL("../../packages/server/package.json", import.meta.url));
const Database = require("better-sqlite3");
const threads = require("node:worker_threads");

const pagesMax = 4_294_967_294;
const { exec } = Database.prototype;
Database.prototype.exec = function limited(source) {
  // SQLite takes no less than the pages that there are.
  if (source === "begin immediate")
    this.pragma(`max_page_count = ${existsSync(join(dirname(this.name), "full")) ? 1 : pagesMax}`);
  return exec.call(this, source);
};

// Threads start without what their process was told to load.
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ["--import", import.meta.url] });
  }
};
syncBuiltinESMExports();
