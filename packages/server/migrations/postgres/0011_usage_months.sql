CREATE TABLE "archived_rollups" (
	"partner_id" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"segment" text COLLATE "C" NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"operation" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"archive" text COLLATE "C" NOT NULL,
	"events" bigint NOT NULL,
	"calls" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"units" bigint NOT NULL,
	"amount_millis" bigint NOT NULL,
	CONSTRAINT "archived_rollups_pk" PRIMARY KEY("partner_id","month","subscription_id","segment","lineage_id","key_id","dataset","operation","outcome","archive")
);
--> statement-breakpoint
ALTER TABLE "usage_archives" ADD COLUMN "ids_from" text COLLATE "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_archives" ADD COLUMN "ids_to" text COLLATE "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_archives" ADD COLUMN "emptied_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "archived_rollups_archive" ON "archived_rollups" USING btree ("archive");--> statement-breakpoint
-- Usage events by month of their ids. What there is becomes the part for whatever has no month of its own, so that no row is
-- moved and this takes no longer with many of them; store/usage-months.ts gives them a part of their own afterwards.
ALTER TABLE "usage_events" RENAME TO "usage_events_default";--> statement-breakpoint
ALTER TABLE "usage_events_default" RENAME CONSTRAINT "usage_events_id_partner_id_pk" TO "usage_events_before_pkey";--> statement-breakpoint
ALTER INDEX "usage_events_request" RENAME TO "usage_events_before_request";--> statement-breakpoint
ALTER INDEX "usage_events_corrects" RENAME TO "usage_events_before_corrects";--> statement-breakpoint
CREATE TABLE "usage_events" (
	LIKE "usage_events_default" INCLUDING DEFAULTS,
	CONSTRAINT "usage_events_id_partner_id_pk" PRIMARY KEY("id","partner_id")
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE INDEX "usage_events_request" ON "usage_events" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "usage_events_corrects" ON "usage_events" USING btree ("corrects") WHERE corrects is not null;--> statement-breakpoint
ALTER TABLE "usage_events" ATTACH PARTITION "usage_events_default" DEFAULT;
