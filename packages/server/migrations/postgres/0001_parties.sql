CREATE TABLE "onboarding_steps" (
	"partner_id" text COLLATE "C" NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	CONSTRAINT "onboarding_steps_partner_id_step_pk" PRIMARY KEY("partner_id","step")
);
--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "first_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "time_zone_next" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "time_zone_changes_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "allowlist" jsonb;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "self_service" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "self_service_tiers" jsonb;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "cancels_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "changes_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_tier" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_billing" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_price" bigint;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_price_per_call" bigint;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_price_per_1000_rows" bigint;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_anchor_date" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "onboarding_steps" ADD CONSTRAINT "onboarding_steps_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscriptions_cancels" ON "subscriptions" USING btree ("cancels_at");--> statement-breakpoint
CREATE INDEX "subscriptions_changes" ON "subscriptions" USING btree ("changes_at");