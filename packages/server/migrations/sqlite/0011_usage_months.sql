CREATE TABLE `archived_rollups` (
	`partner_id` text NOT NULL,
	`month` text NOT NULL,
	`subscription_id` text NOT NULL,
	`segment` text NOT NULL,
	`lineage_id` text NOT NULL,
	`key_id` text NOT NULL,
	`dataset` text NOT NULL,
	`operation` text NOT NULL,
	`outcome` text NOT NULL,
	`archive` text NOT NULL,
	`events` integer NOT NULL,
	`calls` integer NOT NULL,
	`rows` integer NOT NULL,
	`bytes` integer NOT NULL,
	`units` integer NOT NULL,
	`amount_millis` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `month`, `subscription_id`, `segment`, `lineage_id`, `key_id`, `dataset`, `operation`, `outcome`, `archive`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `archived_rollups_archive` ON `archived_rollups` (`archive`);--> statement-breakpoint
ALTER TABLE `usage_archives` ADD `ids_from` text NOT NULL;--> statement-breakpoint
ALTER TABLE `usage_archives` ADD `ids_to` text NOT NULL;--> statement-breakpoint
ALTER TABLE `usage_archives` ADD `emptied_at` integer;