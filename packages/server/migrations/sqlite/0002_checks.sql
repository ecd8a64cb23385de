CREATE TABLE `checks` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`quick` integer NOT NULL,
	`owner` text NOT NULL,
	`request_id` text NOT NULL,
	`results` text,
	`started_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `checks_running_unique` ON `checks` (`status`) WHERE status = 'running';