CREATE TABLE `acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`dataset` text NOT NULL,
	`version` integer NOT NULL,
	`sha256` text NOT NULL,
	`accepted_by` text NOT NULL,
	`key_id` text NOT NULL,
	`lineage_id` text NOT NULL,
	`note` text,
	`request_id` text NOT NULL,
	`accepted_at` integer NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptances_once` ON `acceptances` (`partner_id`,`dataset`,`version`);--> statement-breakpoint
CREATE INDEX `acceptances_dataset` ON `acceptances` (`dataset`,`id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`dataset` text NOT NULL,
	`version` integer NOT NULL,
	`text` text,
	`url` text,
	`sha256` text NOT NULL,
	`required_from` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`dataset`, `version`),
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
