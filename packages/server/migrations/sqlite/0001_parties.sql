CREATE TABLE `onboarding_steps` (
	`partner_id` text NOT NULL,
	`step` text NOT NULL,
	`done_at` integer NOT NULL,
	`by` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`partner_id`, `step`),
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `keys` ADD `first_used_at` integer;--> statement-breakpoint
ALTER TABLE `partners` ADD `time_zone_next` text;--> statement-breakpoint
ALTER TABLE `partners` ADD `time_zone_changes_at` integer;--> statement-breakpoint
ALTER TABLE `partners` ADD `allowlist` text;--> statement-breakpoint
ALTER TABLE `partners` ADD `self_service` text;--> statement-breakpoint
ALTER TABLE `partners` ADD `self_service_tiers` text;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `cancels_at` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `changes_at` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `next_tier` text;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `next_billing` text;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `next_price` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `next_price_per_call` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `next_price_per_1000_rows` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `next_anchor_date` text;--> statement-breakpoint
CREATE INDEX `subscriptions_cancels` ON `subscriptions` (`cancels_at`);--> statement-breakpoint
CREATE INDEX `subscriptions_changes` ON `subscriptions` (`changes_at`);