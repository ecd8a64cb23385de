CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`before` text,
	`after` text,
	`request_id` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `counters` (
	`owner` text NOT NULL,
	`window` text NOT NULL,
	`start` text NOT NULL,
	`used` integer NOT NULL,
	`held` integer NOT NULL,
	PRIMARY KEY(`owner`, `window`, `start`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `datasets` (
	`slug` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`category` text NOT NULL,
	`countries` text NOT NULL,
	`series` text NOT NULL,
	`cadence` text NOT NULL,
	`definition` text NOT NULL,
	`source` text NOT NULL,
	`price` integer NOT NULL,
	`currency` text NOT NULL,
	`price_per_call` integer NOT NULL,
	`price_per_1000_rows` integer NOT NULL,
	`state` text NOT NULL,
	`current_version` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `epochs` (
	`id` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`lineage_id` text NOT NULL,
	`key_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`dataset` text NOT NULL,
	`version` integer NOT NULL,
	`format` text NOT NULL,
	`query` text NOT NULL,
	`status` text NOT NULL,
	`rows_total` integer NOT NULL,
	`rows_done` integer NOT NULL,
	`bytes` integer,
	`files` text,
	`error` text,
	`units_held` integer NOT NULL,
	`holds` text NOT NULL,
	`event_id` text,
	`request_id` text NOT NULL,
	`attempts` integer NOT NULL,
	`owner` text,
	`lease_until` integer,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ready_at` integer,
	`ended_at` integer,
	`expires_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lineage_id`) REFERENCES `lineages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `exports_partner` ON `exports` (`partner_id`,`id`);--> statement-breakpoint
CREATE INDEX `exports_status` ON `exports` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`partner_id` text NOT NULL,
	`lineage_id` text NOT NULL,
	`method` text NOT NULL,
	`route` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`owner` text NOT NULL,
	`lease_until` integer NOT NULL,
	`status` integer,
	`sealed_answer` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `lineage_id`, `method`, `route`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`lineage_id` text NOT NULL,
	`partner_id` text,
	`hash` text NOT NULL,
	`pepper_id` text NOT NULL,
	`start` text NOT NULL,
	`last4` text NOT NULL,
	`replaced_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`retires_at` integer,
	`revoked_at` integer,
	`last_used_at` integer,
	`last_used_from` text,
	FOREIGN KEY (`lineage_id`) REFERENCES `lineages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_hash_unique` ON `keys` (`hash`);--> statement-breakpoint
CREATE INDEX `keys_lineage` ON `keys` (`lineage_id`);--> statement-breakpoint
CREATE INDEX `keys_partner` ON `keys` (`partner_id`,`id`);--> statement-breakpoint
CREATE TABLE `licenses` (
	`dataset` text NOT NULL,
	`tier` text NOT NULL,
	`per_minute` integer NOT NULL,
	`per_day` integer NOT NULL,
	`per_month` integer NOT NULL,
	`price_multiplier_millis` integer NOT NULL,
	`features` text NOT NULL,
	PRIMARY KEY(`dataset`, `tier`),
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `lineages` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text,
	`name` text NOT NULL,
	`mode` text NOT NULL,
	`scopes` text NOT NULL,
	`allowlist` text,
	`cap_per_minute` integer,
	`cap_per_day` integer,
	`cap_per_month` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `lineages_partner` ON `lineages` (`partner_id`);--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`company` text NOT NULL,
	`email` text NOT NULL,
	`industry` text,
	`country` text,
	`plan` text NOT NULL,
	`status` text NOT NULL,
	`billing_currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`spending_limit` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partners_email_unique` ON `partners` (`email`);--> statement-breakpoint
CREATE TABLE `parts` (
	`sha256` text PRIMARY KEY NOT NULL,
	`rows` integer NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `publishes` (
	`id` text PRIMARY KEY NOT NULL,
	`dataset` text NOT NULL,
	`owner` text NOT NULL,
	`lease_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `refusals` (
	`partner_id` text NOT NULL,
	`local_date` text NOT NULL,
	`lineage_id` text NOT NULL,
	`key_id` text NOT NULL,
	`dataset` text NOT NULL,
	`code` text NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `local_date`, `lineage_id`, `key_id`, `dataset`, `code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `rollups` (
	`partner_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`segment` text NOT NULL,
	`local_date` text NOT NULL,
	`local_hour` integer NOT NULL,
	`lineage_id` text NOT NULL,
	`key_id` text NOT NULL,
	`dataset` text NOT NULL,
	`operation` text NOT NULL,
	`outcome` text NOT NULL,
	`calls` integer NOT NULL,
	`rows` integer NOT NULL,
	`bytes` integer NOT NULL,
	`units` integer NOT NULL,
	`amount_millis` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `local_date`, `local_hour`, `subscription_id`, `segment`, `lineage_id`, `key_id`, `dataset`, `operation`, `outcome`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`dataset` text NOT NULL,
	`tier` text NOT NULL,
	`billing` text NOT NULL,
	`status` text NOT NULL,
	`price` integer NOT NULL,
	`currency` text NOT NULL,
	`price_per_call` integer NOT NULL,
	`price_per_1000_rows` integer NOT NULL,
	`price_version` integer NOT NULL,
	`anchor_date` text NOT NULL,
	`created_at` integer NOT NULL,
	`canceled_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_live_unique` ON `subscriptions` (`partner_id`,`dataset`) WHERE status in ('trialing', 'active', 'past_due');--> statement-breakpoint
CREATE INDEX `subscriptions_partner` ON `subscriptions` (`partner_id`,`id`);--> statement-breakpoint
CREATE INDEX `subscriptions_dataset` ON `subscriptions` (`dataset`,`id`);--> statement-breakpoint
CREATE TABLE `usage_events` (
	`id` text NOT NULL,
	`partner_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`lineage_id` text NOT NULL,
	`key_id` text NOT NULL,
	`dataset` text NOT NULL,
	`version` integer NOT NULL,
	`operation` text NOT NULL,
	`outcome` text NOT NULL,
	`status` integer NOT NULL,
	`rows` integer NOT NULL,
	`bytes` integer NOT NULL,
	`units` integer NOT NULL,
	`amount_millis` integer NOT NULL,
	`segment` text NOT NULL,
	`local_date` text NOT NULL,
	`local_hour` integer NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`id`, `partner_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `version_parts` (
	`dataset` text NOT NULL,
	`version` integer NOT NULL,
	`place` integer NOT NULL,
	`sha256` text NOT NULL,
	`partition` text NOT NULL,
	`time_min` text,
	`time_max` text,
	PRIMARY KEY(`dataset`, `version`, `place`),
	FOREIGN KEY (`sha256`) REFERENCES `parts`(`sha256`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `version_parts_sha256` ON `version_parts` (`sha256`);--> statement-breakpoint
CREATE TABLE `versions` (
	`dataset` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`rows` integer NOT NULL,
	`bytes` integer NOT NULL,
	`source_bytes` integer NOT NULL,
	`source_sha256` text NOT NULL,
	`report` text NOT NULL,
	`time_min` text,
	`time_max` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`dataset`, `number`),
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
