CREATE TABLE `upload_parts` (
	`upload` text NOT NULL,
	`number` integer NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`upload`, `number`),
	FOREIGN KEY (`upload`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`dataset` text NOT NULL,
	`name` text,
	`form` text NOT NULL,
	`bytes` integer,
	`sha256` text,
	`status` text NOT NULL,
	`version` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `uploads_dataset` ON `uploads` (`dataset`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_expires` ON `uploads` (`expires_at`);