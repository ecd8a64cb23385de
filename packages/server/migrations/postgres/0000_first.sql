CREATE TABLE "audit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"partner_id" text COLLATE "C",
	"actor" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"target" text COLLATE "C" NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"owner" text COLLATE "C" NOT NULL,
	"window" text COLLATE "C" NOT NULL,
	"start" text COLLATE "C" NOT NULL,
	"used" bigint NOT NULL,
	"held" bigint NOT NULL,
	CONSTRAINT "counters_owner_window_start_pk" PRIMARY KEY("owner","window","start")
);
--> statement-breakpoint
CREATE TABLE "datasets" (
	"slug" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"countries" jsonb NOT NULL,
	"series" jsonb NOT NULL,
	"cadence" text COLLATE "C" NOT NULL,
	"definition" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"price" bigint NOT NULL,
	"currency" text COLLATE "C" NOT NULL,
	"price_per_call" bigint NOT NULL,
	"price_per_1000_rows" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"current_version" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "epochs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"partner_id" text COLLATE "C",
	"type" text COLLATE "C" NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"partner_id" text COLLATE "C" NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"format" text COLLATE "C" NOT NULL,
	"query" jsonb NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"rows_total" bigint NOT NULL,
	"rows_done" bigint NOT NULL,
	"bytes" bigint,
	"files" jsonb,
	"error" text COLLATE "C",
	"units_held" bigint NOT NULL,
	"holds" jsonb NOT NULL,
	"event_id" text COLLATE "C",
	"request_id" text COLLATE "C" NOT NULL,
	"attempts" bigint NOT NULL,
	"owner" text COLLATE "C",
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ready_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"partner_id" text COLLATE "C" NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"method" text COLLATE "C" NOT NULL,
	"route" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"status" bigint,
	"sealed_answer" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_partner_id_lineage_id_method_route_key_pk" PRIMARY KEY("partner_id","lineage_id","method","route","key")
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"partner_id" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL,
	"pepper_id" text COLLATE "C" NOT NULL,
	"start" text COLLATE "C" NOT NULL,
	"last4" text COLLATE "C" NOT NULL,
	"replaced_by" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"retires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"last_used_from" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "licenses" (
	"dataset" text COLLATE "C" NOT NULL,
	"tier" text COLLATE "C" NOT NULL,
	"per_minute" bigint NOT NULL,
	"per_day" bigint NOT NULL,
	"per_month" bigint NOT NULL,
	"price_multiplier_millis" bigint NOT NULL,
	"features" jsonb NOT NULL,
	CONSTRAINT "licenses_dataset_tier_pk" PRIMARY KEY("dataset","tier")
);
--> statement-breakpoint
CREATE TABLE "lineages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"partner_id" text COLLATE "C",
	"name" text COLLATE "C" NOT NULL,
	"mode" text COLLATE "C" NOT NULL,
	"scopes" jsonb NOT NULL,
	"allowlist" jsonb,
	"cap_per_minute" bigint,
	"cap_per_day" bigint,
	"cap_per_month" bigint,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"company" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"industry" text COLLATE "C",
	"country" text COLLATE "C",
	"plan" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"billing_currency" text COLLATE "C" NOT NULL,
	"time_zone" text COLLATE "C" NOT NULL,
	"spending_limit" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parts" (
	"sha256" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publishes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"partner_id" text COLLATE "C" NOT NULL,
	"local_date" text COLLATE "C" NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"calls" bigint NOT NULL,
	CONSTRAINT "refusals_partner_id_local_date_lineage_id_key_id_dataset_code_pk" PRIMARY KEY("partner_id","local_date","lineage_id","key_id","dataset","code")
);
--> statement-breakpoint
CREATE TABLE "rollups" (
	"partner_id" text COLLATE "C" NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"segment" text COLLATE "C" NOT NULL,
	"local_date" text COLLATE "C" NOT NULL,
	"local_hour" bigint NOT NULL,
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
	CONSTRAINT "rollups_partner_id_local_date_local_hour_subscription_id_segment_lineage_id_key_id_dataset_operation_outcome_pk" PRIMARY KEY("partner_id","local_date","local_hour","subscription_id","segment","lineage_id","key_id","dataset","operation","outcome")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"partner_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"tier" text COLLATE "C" NOT NULL,
	"billing" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"price" bigint NOT NULL,
	"currency" text COLLATE "C" NOT NULL,
	"price_per_call" bigint NOT NULL,
	"price_per_1000_rows" bigint NOT NULL,
	"price_version" bigint NOT NULL,
	"anchor_date" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"canceled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "usage_events" (
	"id" text COLLATE "C" NOT NULL,
	"partner_id" text COLLATE "C" NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"operation" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"status" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"units" bigint NOT NULL,
	"amount_millis" bigint NOT NULL,
	"segment" text COLLATE "C" NOT NULL,
	"local_date" text COLLATE "C" NOT NULL,
	"local_hour" bigint NOT NULL,
	"request_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "usage_events_id_partner_id_pk" PRIMARY KEY("id","partner_id")
);
--> statement-breakpoint
CREATE TABLE "version_parts" (
	"dataset" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"place" bigint NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"partition" text COLLATE "C" NOT NULL,
	"time_min" text COLLATE "C",
	"time_max" text COLLATE "C",
	CONSTRAINT "version_parts_dataset_version_place_pk" PRIMARY KEY("dataset","version","place")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"dataset" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"definition" jsonb NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"source_bytes" bigint NOT NULL,
	"source_sha256" text COLLATE "C" NOT NULL,
	"report" jsonb NOT NULL,
	"time_min" text COLLATE "C",
	"time_max" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "versions_dataset_number_pk" PRIMARY KEY("dataset","number")
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_lineage_id_lineages_id_fk" FOREIGN KEY ("lineage_id") REFERENCES "public"."lineages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_key_id_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_lineage_id_lineages_id_fk" FOREIGN KEY ("lineage_id") REFERENCES "public"."lineages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineages" ADD CONSTRAINT "lineages_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publishes" ADD CONSTRAINT "publishes_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_parts" ADD CONSTRAINT "version_parts_sha256_parts_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."parts"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_partner" ON "exports" USING btree ("partner_id","id");--> statement-breakpoint
CREATE INDEX "exports_status" ON "exports" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_hash_unique" ON "keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "keys_lineage" ON "keys" USING btree ("lineage_id");--> statement-breakpoint
CREATE INDEX "keys_partner" ON "keys" USING btree ("partner_id","id");--> statement-breakpoint
CREATE INDEX "lineages_partner" ON "lineages" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partners_email_unique" ON "partners" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_live_unique" ON "subscriptions" USING btree ("partner_id","dataset") WHERE status in ('trialing', 'active', 'past_due');--> statement-breakpoint
CREATE INDEX "subscriptions_partner" ON "subscriptions" USING btree ("partner_id","id");--> statement-breakpoint
CREATE INDEX "subscriptions_dataset" ON "subscriptions" USING btree ("dataset","id");--> statement-breakpoint
CREATE INDEX "version_parts_sha256" ON "version_parts" USING btree ("sha256");