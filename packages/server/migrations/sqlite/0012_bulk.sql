CREATE TABLE `filtered_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`dataset` text NOT NULL,
	`source` text NOT NULL,
	`sha256` text,
	`rows` integer NOT NULL,
	`bytes` integer NOT NULL,
	`time_min` text,
	`time_max` text,
	`created_at` integer NOT NULL,
	`used_at` integer NOT NULL,
	FOREIGN KEY (`sha256`) REFERENCES `parts`(`sha256`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `filtered_parts_sha256` ON `filtered_parts` (`sha256`);--> statement-breakpoint
CREATE INDEX `filtered_parts_used` ON `filtered_parts` (`used_at`);--> statement-breakpoint
CREATE TABLE `shared_parts` (
	`lineage_id` text NOT NULL,
	`dataset` text NOT NULL,
	`sha256` text NOT NULL,
	`free_until` integer NOT NULL,
	PRIMARY KEY(`lineage_id`, `dataset`, `sha256`),
	FOREIGN KEY (`lineage_id`) REFERENCES `lineages`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `shared_parts_free_until` ON `shared_parts` (`free_until`);--> statement-breakpoint
ALTER TABLE `datasets` ADD `contract` text DEFAULT 'additive' NOT NULL;--> statement-breakpoint
ALTER TABLE `datasets` ADD `floors` text;--> statement-breakpoint
ALTER TABLE `datasets` ADD `versions_kept` integer;--> statement-breakpoint
ALTER TABLE `datasets` ADD `versions_kept_days` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `since_version` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `split_by` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `sight` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `sameness` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `files_of` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `manifest` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `signature` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `signing_key` text;--> statement-breakpoint
CREATE INDEX `exports_sameness` ON `exports` (`sameness`);--> statement-breakpoint
CREATE INDEX `exports_files_of` ON `exports` (`files_of`);--> statement-breakpoint
ALTER TABLE `licenses` ADD `policy` text;--> statement-breakpoint
ALTER TABLE `parts` ADD `deleting_at` integer;--> statement-breakpoint
ALTER TABLE `versions` ADD `state` text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `mode` text DEFAULT 'replace' NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `base` integer;--> statement-breakpoint
ALTER TABLE `versions` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `versions` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `versions` ADD `end_reason` text;--> statement-breakpoint
UPDATE `versions` SET `published_at` = `created_at`;