CREATE TABLE "blocks" (
	"chain" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"prev" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"root" text COLLATE "C" NOT NULL,
	"events" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blocks_chain_seq_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "chains" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"closed_by" text COLLATE "C",
	"first_heads" jsonb NOT NULL,
	"seq" bigint NOT NULL,
	"head" text COLLATE "C" NOT NULL,
	"pending" jsonb NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_days" (
	"day" text COLLATE "C" PRIMARY KEY NOT NULL,
	"root" text COLLATE "C" NOT NULL,
	"partners" bigint NOT NULL,
	"events" bigint NOT NULL,
	"heads" jsonb NOT NULL,
	"signature" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_partner_days" (
	"day" text COLLATE "C" NOT NULL,
	"partner_id" text COLLATE "C" NOT NULL,
	"root" text COLLATE "C" NOT NULL,
	"events" bigint NOT NULL,
	CONSTRAINT "ledger_partner_days_day_partner_id_pk" PRIMARY KEY("day","partner_id")
);
--> statement-breakpoint
CREATE TABLE "recent_calls" (
	"lineage_id" text COLLATE "C" NOT NULL,
	"call_id" text COLLATE "C" NOT NULL,
	"query_hash" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "recent_calls_lineage_id_call_id_pk" PRIMARY KEY("lineage_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "reported_usage" (
	"partner_id" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reported_usage_partner_id_source_id_pk" PRIMARY KEY("partner_id","source","id")
);
--> statement-breakpoint
CREATE TABLE "rollup_months" (
	"partner_id" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"segment" text COLLATE "C" NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"operation" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"calls" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"units" bigint NOT NULL,
	"amount_millis" bigint NOT NULL,
	CONSTRAINT "rollup_months_partner_id_month_subscription_id_segment_lineage_id_key_id_dataset_operation_outcome_pk" PRIMARY KEY("partner_id","month","subscription_id","segment","lineage_id","key_id","dataset","operation","outcome")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"public_key" text COLLATE "C" NOT NULL,
	"sealed_key" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "usage_archives" (
	"month" text COLLATE "C" PRIMARY KEY NOT NULL,
	"file" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"signature" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"archived_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "weights" jsonb;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "override_per_minute" bigint;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "override_per_day" bigint;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "override_per_month" bigint;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "override_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "override_reason" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "asked" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "limits" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "corrects" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "reason" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "chain" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "block" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "blocks_at" ON "blocks" USING btree ("at");--> statement-breakpoint
CREATE INDEX "recent_calls_at" ON "recent_calls" USING btree ("at");--> statement-breakpoint
CREATE INDEX "usage_events_request" ON "usage_events" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "usage_events_corrects" ON "usage_events" USING btree ("corrects") WHERE corrects is not null;--> statement-breakpoint
INSERT INTO rollup_months SELECT partner_id, substr(local_date, 1, 7), subscription_id, segment, lineage_id, key_id, dataset, operation, outcome, sum(calls), sum(rows), sum(bytes), sum(units), sum(amount_millis) FROM rollups GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
