CREATE TABLE `dataset_words` (
	`word` text NOT NULL,
	`dataset` text NOT NULL,
	`rank` integer NOT NULL,
	PRIMARY KEY(`word`, `dataset`),
	FOREIGN KEY (`dataset`) REFERENCES `datasets`(`slug`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dataset_words_dataset` ON `dataset_words` (`dataset`);--> statement-breakpoint
ALTER TABLE `datasets` ADD `words_edition` integer DEFAULT 0 NOT NULL;