import { command } from "../../command.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { checkColumns } from "../../views/check.ts";

export default command({
  summary: "List the checks of the platform, newest first",
  flags: listFlags,
  examples: ["wizdata checks list --limit 5", "wizdata checks list --all --json"],
  output: answer("checks.list"),
  run: ({ wizdata, signal }, flags) => readList(flags, (page) => wizdata.checks.list(page, { signal })),
  view: (list) => listView(list, checkColumns, "checks"),
});
