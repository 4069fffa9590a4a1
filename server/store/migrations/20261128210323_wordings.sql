CREATE TABLE `wordings` (
	`id` integer PRIMARY KEY NOT NULL,
	`site` text NOT NULL,
	`language` text NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`former` text NOT NULL,
	`wording` text NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wordings_language" CHECK("wordings"."language" in ('id', 'en', 'jv', 'su')),
	CONSTRAINT "wordings_day" CHECK("wordings"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "wordings_changed" CHECK("wordings"."former" <> "wordings"."wording")
) STRICT;
--> statement-breakpoint
CREATE INDEX `wordings_site` ON `wordings` (`site`);
