import { z } from "@hono/zod-openapi";
import { PageQuery, pageOf } from "../http/pages.ts";
import { Instant, id, orNull, time } from "../http/wire.ts";
import { scopeNames } from "../scopes.ts";
import { readRange } from "./addresses.ts";

const allowlistRangesMax = 100;
const overlapSecondsMax = 7 * 86_400;

const Scope = z.enum(scopeNames).openapi("Scope");

const Caps = z
  .object({
    per_minute: z.int().nullable(),
    per_day: z.int().nullable(),
    per_month: z.int().nullable(),
  })
  .openapi("Caps", {
    description:
      "Limits of this key alone, below those of license and plan. A rotation keeps them and what was counted.",
  });

const LastUse = z
  .object({
    at: time(),
    from: z.string().openapi({ description: "The address it was used from.", example: "196.25.1.9" }),
  })
  .openapi("LastUse");

const KeyStatus = z.enum(["active", "retiring", "retired", "expired", "revoked"]).openapi("KeyStatus", {
  description: "`retiring`: replaced by a rotation, and still works until `retires_at`.",
});

export const Key = z
  .object({
    id: id("key"),
    lineage_id: id("lin").openapi({
      description: "The credential that survives rotation: scopes, caps, allowlist and usage belong to it.",
    }),
    partner_id: id("par").nullable().openapi({ description: "null for an operator's key." }),
    name: z.string().openapi({ example: "nightly pull" }),
    mode: z.enum(["live", "test", "admin"]),
    status: KeyStatus,
    scopes: z.array(Scope),
    allowlist: z
      .array(z.string())
      .nullable()
      .openapi({ description: "Address ranges it may be used from; null for everywhere.", example: ["196.25.1.0/24"] }),
    caps: Caps,
    hint: z
      .string()
      .openapi({ description: "The first and last four characters of its secret part.", example: "4fQz…9aZk" }),
    created_at: time(),
    expires_at: time().nullable(),
    retires_at: time().nullable().openapi({ description: "When the overlap of its rotation ends." }),
    revoked_at: time().nullable(),
    replaced_by: id("key").nullable(),
    last_used: orNull(LastUse),
    predecessor: z
      .object({ id: id("key"), retires_at: time(), last_used: orNull(LastUse) })
      .nullable()
      .openapi({
        description:
          "The key this one replaces, while both work: when and from where it was last used tells whether anybody still needs it.",
      }),
  })
  .openapi("Key");
export type Key = z.infer<typeof Key>;

export const NewKeySecret = Key.extend({
  secret: z.string().openapi({ description: "The key itself. It is shown this once.", example: "wz_live_…" }),
}).openapi("NewKeySecret");
export type NewKeySecret = z.infer<typeof NewKeySecret>;

const cap = z.int().min(1).max(1e12).optional();
const Name = z.string().trim().min(1).max(100).openapi({ example: "nightly pull" });
/** Ranges of addresses as they are stored. */
export const Allowlist = z
  .array(
    z
      .string()
      .max(64)
      .transform((text, context) => {
        const read = readRange(text);
        if ("range" in read) return read.range;
        context.addIssue({ code: "custom", message: read.wrong });
        return z.NEVER;
      }),
  )
  .min(1, "lets nobody in: leave it out, or give null, for everybody")
  .max(allowlistRangesMax)
  .openapi({
    type: "array",
    items: { type: "string" },
    description: "Addresses and CIDR ranges, IPv4 and IPv6. Absent: from everywhere.",
    example: ["196.25.1.0/24"],
  });

/** In place of the one there is. */
export const NewAllowlist = Allowlist.nullable().openapi({
  type: ["array", "null"],
  description: "Addresses and CIDR ranges, IPv4 and IPv6; null: from everywhere.",
});

export const NewKey = z
  .strictObject({
    name: Name,
    mode: z
      .enum(["live", "test"])
      .default("live")
      .openapi({ description: "`test` keys see the first 1 000 rows of a dataset, are limited, and never billed." }),
    scopes: z
      .array(Scope)
      .max(scopeNames.length)
      .optional()
      .openapi({ description: "Exactly these; an empty list means none. Default: all a data consumer needs." }),
    expires_at: Instant.optional(),
    allowlist: Allowlist.optional(),
    caps: z.strictObject({ per_minute: cap, per_day: cap, per_month: cap }).optional(),
  })
  .openapi("NewKey");
export type NewKey = z.infer<typeof NewKey>;

export const NewOperatorKey = z
  .strictObject({
    name: Name,
    scopes: z.array(Scope).max(scopeNames.length).optional().openapi({ description: "Exactly these. Default: all." }),
    expires_at: Instant.optional(),
    allowlist: Allowlist.optional(),
  })
  .openapi("NewOperatorKey");
export type NewOperatorKey = z.infer<typeof NewOperatorKey>;

const newCap = cap.unwrap().nullable().optional();
export const KeyChanges = z
  .strictObject({
    name: Name.optional(),
    scopes: z.array(Scope).max(scopeNames.length).optional().openapi({ description: "Exactly these from now on." }),
    allowlist: NewAllowlist.optional(),
    caps: z
      .strictObject({ per_minute: newCap, per_day: newCap, per_month: newCap })
      .optional()
      .openapi({ description: "A cap that is not given stays; null takes it away." }),
    force: z
      .boolean()
      .default(false)
      .openapi({ description: "Also when the key that asks could not be used from its own address afterwards." }),
  })
  .refine(({ force: _, ...changes }) => Object.keys(changes).length > 0, "give at least one field to change")
  .openapi("KeyChanges", { example: { allowlist: ["196.25.1.0/24"] } });
export type KeyChanges = z.infer<typeof KeyChanges>;

export const Rotation = z
  .strictObject({
    overlap_seconds: z
      .int()
      .min(0)
      .max(overlapSecondsMax)
      .default(86_400)
      .openapi({ description: "How long the old key still works: 0 to 7 days.", example: 3_600 }),
  })
  .openapi("Rotation");
export type Rotation = z.infer<typeof Rotation>;

export const KeyQuery = z.strictObject({ ...PageQuery, status: KeyStatus.optional() });
export type KeyQuery = z.infer<typeof KeyQuery>;
export const KeyPage = pageOf(Key, "KeyPage");

export const KeyFailures = z
  .object({
    per_minute_max: z.int().openapi({ description: "From there on a source waits.", example: 600 }),
    data: z.array(
      z.object({
        source: z.string().openapi({
          description:
            "An IPv4 address or an IPv6 /64; `shared …` is what sources have in common beyond the first 20 000.",
          example: "2001:db8:1:2::/64",
        }),
        failed: z.int().openapi({ description: "Wrong keys in the last minute." }),
        is_throttled: z.boolean(),
      }),
    ),
  })
  .openapi("KeyFailures");
export type KeyFailures = z.infer<typeof KeyFailures>;
