CREATE TABLE "dataset_words" (
	"word" text COLLATE "C" NOT NULL,
	"dataset" text COLLATE "C" NOT NULL,
	"rank" bigint NOT NULL,
	CONSTRAINT "dataset_words_word_dataset_pk" PRIMARY KEY("word","dataset")
);
--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "words_edition" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "dataset_words" ADD CONSTRAINT "dataset_words_dataset_datasets_slug_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dataset_words_dataset" ON "dataset_words" USING btree ("dataset");