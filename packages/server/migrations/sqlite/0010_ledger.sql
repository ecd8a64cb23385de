CREATE TABLE `blocks` (
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	`root` text NOT NULL,
	`events` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`chain`, `seq`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `blocks_at` ON `blocks` (`at`);--> statement-breakpoint
CREATE TABLE `chains` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`closed_by` text,
	`first_heads` text NOT NULL,
	`seq` integer NOT NULL,
	`head` text NOT NULL,
	`pending` text NOT NULL,
	`seen_at` integer NOT NULL,
	`not_before` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_days` (
	`day` text PRIMARY KEY NOT NULL,
	`root` text NOT NULL,
	`partners` integer NOT NULL,
	`events` integer NOT NULL,
	`heads` text NOT NULL,
	`signature` text NOT NULL,
	`key_id` text NOT NULL,
	`signed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_partner_days` (
	`day` text NOT NULL,
	`partner_id` text NOT NULL,
	`root` text NOT NULL,
	`events` integer NOT NULL,
	PRIMARY KEY(`day`, `partner_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `recent_calls` (
	`lineage_id` text NOT NULL,
	`call_id` text NOT NULL,
	`query_hash` text NOT NULL,
	`event_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`lineage_id`, `call_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `recent_calls_at` ON `recent_calls` (`at`);--> statement-breakpoint
CREATE TABLE `reported_usage` (
	`partner_id` text NOT NULL,
	`source` text NOT NULL,
	`id` text NOT NULL,
	`content_hash` text NOT NULL,
	`event_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `source`, `id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `rollup_months` (
	`partner_id` text NOT NULL,
	`month` text NOT NULL,
	`subscription_id` text NOT NULL,
	`segment` text NOT NULL,
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
	PRIMARY KEY(`partner_id`, `month`, `subscription_id`, `segment`, `lineage_id`, `key_id`, `dataset`, `operation`, `outcome`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`sealed_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `usage_archives` (
	`month` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` integer NOT NULL,
	`bytes` integer NOT NULL,
	`signature` text NOT NULL,
	`key_id` text NOT NULL,
	`archived_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `datasets` ADD `weights` text;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `override_per_minute` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `override_per_day` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `override_per_month` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `override_until` integer;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `override_reason` text;--> statement-breakpoint
ALTER TABLE `usage_events` ADD `asked` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `usage_events` ADD `limits` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `usage_events` ADD `corrects` text;--> statement-breakpoint
ALTER TABLE `usage_events` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `usage_events` ADD `chain` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `usage_events` ADD `block` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `usage_events_request` ON `usage_events` (`request_id`);--> statement-breakpoint
CREATE INDEX `usage_events_corrects` ON `usage_events` (`corrects`) WHERE corrects is not null;--> statement-breakpoint
INSERT INTO rollup_months SELECT partner_id, substr(local_date, 1, 7), subscription_id, segment, lineage_id, key_id, dataset, operation, outcome, sum(calls), sum(rows), sum(bytes), sum(units), sum(amount_millis) FROM rollups GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
