DROP INDEX "dataset_words_dataset";--> statement-breakpoint
CREATE INDEX "dataset_words_found" ON "dataset_words" USING btree ("word","dataset","rank");--> statement-breakpoint
CREATE INDEX "dataset_words_within" ON "dataset_words" USING btree ("dataset","word","rank");