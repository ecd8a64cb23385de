CREATE TABLE "checks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"quick" boolean NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"request_id" text COLLATE "C" NOT NULL,
	"results" jsonb,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "checks_running_unique" ON "checks" USING btree ("status") WHERE status = 'running';