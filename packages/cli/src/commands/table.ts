import type { Command } from "../command.ts";
import { dataNouns } from "./data-table.ts";

export type Leaf = { readonly summary: string; readonly load: () => Promise<{ default: Command }> };
export type Entry = Leaf | { readonly summary: string; readonly verbs: Readonly<Record<string, Leaf>> };

/** Every command with its summary, so that help can be shown without importing one of them. The file of a command is its path. */
export const nouns: Readonly<Record<string, Entry>> = {
  auth: {
    summary: "Log in and out, and see who is logged in",
    verbs: {
      login: { summary: "Check an API key and keep it in a profile", load: () => import("./auth/login.ts") },
      status: {
        summary: "Show which key is used, where it comes from and what it may do",
        load: () => import("./auth/status.ts"),
      },
      logout: { summary: "Forget the API key of a profile", load: () => import("./auth/logout.ts") },
    },
  },
  partners: {
    summary: "The companies that buy data",
    verbs: {
      onboard: {
        summary: "Onboard a partner in one go: company, subscriptions, first key, and what to send to it",
        load: () => import("./partners/onboard.ts"),
      },
      onboarding: {
        summary: "Show how far a partner is, from its company to its first call, and what is next",
        load: () => import("./partners/onboarding.ts"),
      },
      confirm: {
        summary: "State that a step of a partner's onboarding is done",
        load: () => import("./partners/confirm.ts"),
      },
      reopen: {
        summary: "Take back that a step of a partner's onboarding is done",
        load: () => import("./partners/reopen.ts"),
      },
      create: { summary: "Register a partner company", load: () => import("./partners/create.ts") },
      list: { summary: "List partners, oldest first", load: () => import("./partners/list.ts") },
      show: { summary: "Show a partner", load: () => import("./partners/show.ts") },
      update: { summary: "Change a partner", load: () => import("./partners/update.ts") },
      suspend: {
        summary: "Suspend a partner: all its keys are refused at once",
        load: () => import("./partners/suspend.ts"),
      },
      reactivate: { summary: "Reactivate a suspended partner", load: () => import("./partners/reactivate.ts") },
    },
  },
  keys: {
    summary: "The API keys of partners and operators",
    verbs: {
      create: { summary: "Create a key and show its secret, once", load: () => import("./keys/create.ts") },
      list: { summary: "List the keys of a partner, oldest first", load: () => import("./keys/list.ts") },
      show: { summary: "Show a key, and who still uses the one it replaces", load: () => import("./keys/show.ts") },
      update: {
        summary: "Change what a key may do: its rights, its addresses, its own limits",
        load: () => import("./keys/update.ts"),
      },
      rename: { summary: "Rename a key", load: () => import("./keys/rename.ts") },
      rotate: {
        summary: "Replace a key's secret; the old one works until the overlap ends",
        load: () => import("./keys/rotate.ts"),
      },
      retire: {
        summary: "End a rotation's overlap now: the old secret is refused at once",
        load: () => import("./keys/retire.ts"),
      },
      revoke: { summary: "Revoke a key: it is refused at once and for good", load: () => import("./keys/revoke.ts") },
      failures: {
        summary: "Show where wrong keys came from in the last minute",
        load: () => import("./keys/failures.ts"),
      },
    },
  },
  ...dataNouns,
  usage: {
    summary: "Who used what, what it costs, and what is left",
    verbs: {
      report: {
        summary: "Report usage and what it costs, by day, month, dataset, key, operation or status",
        load: () => import("./usage/report.ts"),
      },
      limits: {
        summary: "Show every limit: what is used, reserved and left of it, and when it resets",
        load: () => import("./usage/limits.ts"),
      },
      ledger: {
        summary: "Download the signed ledger of a day, with the proof of each event",
        load: () => import("./usage/ledger.ts"),
      },
      verify: {
        summary: "Check offline that receipts are in the signed ledger, and that a report is its sum",
        load: () => import("./usage/verify.ts"),
      },
      watch: {
        summary: "Watch every limit: what is used and left of it, and how long until it resets",
        load: () => import("./usage/watch.ts"),
      },
      totals: {
        summary: "Report the usage of all partners, by partner, month, dataset, operation or status (operators)",
        load: () => import("./usage/totals.ts"),
      },
      events: {
        summary: "List usage events, oldest first: every metered answer, and what was taken back",
        load: () => import("./usage/events.ts"),
      },
      record: {
        summary: "Report usage that was measured elsewhere: the same event again is not counted again (operators)",
        load: () => import("./usage/record.ts"),
      },
      reverse: {
        summary: "Take a usage event back, for a reason: by a new event that is its negative (operators)",
        load: () => import("./usage/reverse.ts"),
      },
      explain: {
        summary: "Explain a metered request: who, what, the limits it saw, what it cost and why, and its proof",
        load: () => import("./usage/explain.ts"),
      },
      reconcile: {
        summary: "Hold events, rollups, counters and ledger against each other, to the unit (operators)",
        load: () => import("./usage/reconcile.ts"),
      },
    },
  },
  checks: {
    summary: "Whether all that the platform stores is as it must be",
    verbs: {
      run: {
        summary: "Check everything the platform stores, and wait for the result (operators)",
        load: () => import("./checks/run.ts"),
      },
      list: { summary: "List the checks of the platform, newest first", load: () => import("./checks/list.ts") },
      show: { summary: "Show what a check found, and what to do about it", load: () => import("./checks/show.ts") },
    },
  },
  doctor: {
    summary: "Find out why it does not work: settings, network, server, key, limits",
    load: () => import("./doctor.ts"),
  },
  completion: {
    summary: "Print what teaches your shell to complete wizdata",
    load: () => import("./completion.ts"),
  },
  apply: {
    summary: "Make partners, their keys and subscriptions what a YAML file says",
    load: () => import("./apply.ts"),
  },
  profiles: {
    summary: "Which servers and keys this machine knows",
    verbs: {
      list: {
        summary: "List the saved profiles and which of them is current",
        load: () => import("./profiles/list.ts"),
      },
      use: { summary: "Make a profile the current one", load: () => import("./profiles/use.ts") },
      remove: { summary: "Remove a profile and forget its key", load: () => import("./profiles/remove.ts") },
    },
  },
  api: { summary: "Call the HTTP API as it is", load: () => import("./api.ts") },
};
