ALTER TABLE "shared_parts" ADD COLUMN "event_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "shared_parts_event" ON "shared_parts" USING btree ("event_id");