CREATE TABLE "acceptances" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"partner_id" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"accepted_by" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"lineage_id" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"request_id" text COLLATE "C" NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"dataset" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"text" text COLLATE "C",
	"url" text COLLATE "C",
	"sha256" text COLLATE "C" NOT NULL,
	"required_from" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "terms_dataset_version_pk" PRIMARY KEY("dataset","version")
);
--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "acceptances_once" ON "acceptances" USING btree ("partner_id","dataset","version");--> statement-breakpoint
CREATE INDEX "acceptances_dataset" ON "acceptances" USING btree ("dataset","id");