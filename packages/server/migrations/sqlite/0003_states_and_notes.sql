ALTER TABLE `datasets` ADD `deprecated_at` integer;--> statement-breakpoint
ALTER TABLE `datasets` ADD `sunset_at` integer;--> statement-breakpoint
ALTER TABLE `datasets` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `datasets` ADD `successor` text;--> statement-breakpoint
ALTER TABLE `datasets` ADD `state_note` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `note` text;