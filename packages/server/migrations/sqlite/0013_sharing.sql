ALTER TABLE `shared_parts` ADD `event_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `shared_parts_event` ON `shared_parts` (`event_id`);