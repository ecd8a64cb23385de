ALTER TABLE `exports` ADD `compression` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `exports` ADD `rows_per_file` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `bytes_per_file` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `formula_safe` integer DEFAULT false NOT NULL;