ALTER TABLE "exports" ADD COLUMN "compression" text COLLATE "C" DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "rows_per_file" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "bytes_per_file" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "formula_safe" boolean DEFAULT false NOT NULL;