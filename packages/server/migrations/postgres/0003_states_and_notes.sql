ALTER TABLE "datasets" ADD COLUMN "deprecated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "sunset_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "retired_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "successor" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "state_note" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "note" text COLLATE "C";