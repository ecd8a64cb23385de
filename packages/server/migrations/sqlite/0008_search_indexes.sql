DROP INDEX `dataset_words_dataset`;--> statement-breakpoint
CREATE INDEX `dataset_words_found` ON `dataset_words` (`word`,`dataset`,`rank`);--> statement-breakpoint
CREATE INDEX `dataset_words_within` ON `dataset_words` (`dataset`,`word`,`rank`);