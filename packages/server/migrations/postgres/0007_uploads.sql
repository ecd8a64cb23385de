CREATE TABLE "upload_parts" (
	"upload" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "upload_parts_upload_number_pk" PRIMARY KEY("upload","number")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"form" jsonb NOT NULL,
	"bytes" bigint,
	"sha256" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"version" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_upload_uploads_id_fk" FOREIGN KEY ("upload") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_dataset" ON "uploads" USING btree ("dataset","id");--> statement-breakpoint
CREATE INDEX "uploads_expires" ON "uploads" USING btree ("expires_at");