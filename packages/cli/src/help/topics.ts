import { type ExitName, exitCodes } from "../failures.ts";

export type Topic = { summary: string; text: () => string };

export const exitMeanings: Record<ExitName, string> = {
  fine: "fine, and an empty list is too",
  bug: "a bug in wizdata",
  usage: "the command line, or what it sent, is wrong",
  configuration: "the configuration is wrong",
  unauthenticated: "not logged in, or the key is refused (401)",
  forbidden: "not allowed (403)",
  not_found: "not there, or not any more (404, 410)",
  conflict: "not in a state that allows it (409)",
  still_running: "still running",
  limited: "a limit or quota is reached (429)",
  server: "it failed on the server's side (5xx)",
  network: "the server was not reached, or its answer broke off",
  integrity: "bytes that arrived are not those that were promised",
  partly_done: "done in part; the answer says what is done, and running it again continues",
  interrupted: "Ctrl-C",
  terminated: "SIGTERM",
};

const codeLines = () =>
  // The keys of a constant object are its type's keys.
  (Object.keys(exitCodes) as ExitName[])
    .map((name) => `  ${String(exitCodes[name]).padStart(3)}  ${exitMeanings[name]}`)
    .join("\n");

/** What holds for every command: `wizdata help TOPIC`. */
export const topics: Readonly<Record<string, Topic>> = {
  "exit-codes": {
    summary: "What the process exits with, for scripts",
    text: () => `Exit codes never change their meaning:

${codeLines()}

A reader that closes the pipe, as head does, is 0. In JSON mode a failure is one JSON value on stdout:
{"error": {"code", "message", "exit_code", "request_id", "hint", "next": ["wizdata …"]}}.
Decide by exit_code or code; message and hint are for people and may change.`,
  },
  output: {
    summary: "Tables, TSV, JSON, files, and what goes where",
    text: () => `stdout is the answer, and nothing else; progress, hints and notes are on stderr.

  on a terminal   a table, or lines of names and values, with the ends of long cells cut
  elsewhere       TSV without a header; a tab, newline or backslash in a cell is \\t, \\n or \\\\
  --json          one JSON value; its fields are the API's
  --ndjson        one JSON object a line, printed while the pages arrive
  --schema        the JSON Schema of what --json prints, or of a line with --ndjson; asks no server
  --timing        on stderr, where the time went: start-up, connect, first byte, body, render

Lists stop at --limit and say so; --after goes on exactly there, and --all reads everything while holding one page at a time.

  --all --output FILE                   writes one JSON object a line; FILE appears when it is complete
  --all --output FILE --checkpoint C    FILE grows page by page, and C says how far it is

A page is on disk before C is replaced in one step. The same command again, after Ctrl-C, kill -9 or a power cut, cuts from
FILE what came after C and goes on: no row is missing and none is there twice. With rows, it stays on the version it began with.

--dry-run shows the request that a command would send, after checking it against the contract of this program; look-ups that
only read are made. Whether what the request names is there and allows it, only the server knows.

Control characters in values are printed as \\u001b and the like, so that no value can command a terminal. NO_COLOR turns colours off.`,
  },
  environment: {
    summary: "Profiles, variables, and which of them counts",
    text: () => `Server and key are taken from the first of these that says one:

  1. --profile NAME        that profile, whatever the environment says
  2. WIZDATA_API_KEY       the key, and WIZDATA_BASE_URL the server; a profile's key goes to its own server only
  3. WIZDATA_PROFILE       the profile for what these two do not say
  4. the current profile   of wizdata auth login, or wizdata profiles use
  5. http://127.0.0.1:7001 the server, where nothing says another

Profiles are in \${XDG_CONFIG_HOME:-~/.config}/wizdata/config.json, which only you can read (0600).
A key is never an argument, for others on the machine could see it: standard input, a file or the environment.
Plain http is for this machine only; elsewhere the server must be https.

  NO_COLOR                 no colours
  HTTPS_PROXY, HTTP_PROXY, NO_PROXY   as usual; never used towards this machine
  NODE_EXTRA_CA_CERTS      a file of certificates to trust besides the usual ones
  WIZDATA_DEBUG            failures of wizdata itself show where they happened
  XDG_CACHE_HOME           where shell completion keeps names for a minute`,
  },
};
