CREATE TABLE "filtered_parts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C",
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"time_min" text COLLATE "C",
	"time_max" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_parts" (
	"lineage_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"free_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shared_parts_lineage_id_dataset_sha256_pk" PRIMARY KEY("lineage_id","dataset","sha256")
);
--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "contract" text COLLATE "C" DEFAULT 'additive' NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "floors" jsonb;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "versions_kept" bigint;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "versions_kept_days" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "since_version" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "split_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "sight" jsonb;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "sameness" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "files_of" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "manifest" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "signature" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "signing_key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "licenses" ADD COLUMN "policy" jsonb;--> statement-breakpoint
ALTER TABLE "parts" ADD COLUMN "deleting_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "state" text COLLATE "C" DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "mode" text COLLATE "C" DEFAULT 'replace' NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "base" bigint;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "changes" jsonb;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "end_reason" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "filtered_parts" ADD CONSTRAINT "filtered_parts_sha256_parts_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."parts"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_parts" ADD CONSTRAINT "shared_parts_lineage_id_lineages_id_fk" FOREIGN KEY ("lineage_id") REFERENCES "public"."lineages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "filtered_parts_sha256" ON "filtered_parts" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "filtered_parts_used" ON "filtered_parts" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "shared_parts_free_until" ON "shared_parts" USING btree ("free_until");--> statement-breakpoint
CREATE INDEX "exports_sameness" ON "exports" USING btree ("sameness");--> statement-breakpoint
CREATE INDEX "exports_files_of" ON "exports" USING btree ("files_of");--> statement-breakpoint
UPDATE "versions" SET "published_at" = "created_at";