CREATE TABLE `follow_ups` (
	`id` integer PRIMARY KEY NOT NULL,
	`site` text,
	`article` integer,
	`office` text,
	`issue` text NOT NULL,
	`action` text NOT NULL,
	`owner` text NOT NULL,
	`due` text NOT NULL,
	`opened` text NOT NULL,
	`ended` text,
	`status` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office`) REFERENCES `offices`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follow_ups_about" CHECK(("follow_ups"."site" is null) = ("follow_ups"."office" is not null)),
	CONSTRAINT "follow_ups_article" CHECK("follow_ups"."article" is null or "follow_ups"."site" is not null),
	CONSTRAINT "follow_ups_status" CHECK("follow_ups"."status" in ('open', 'under-way', 'done', 'dropped')),
	CONSTRAINT "follow_ups_ended" CHECK((ended is not null) = (status in ('done', 'dropped')))
) STRICT;
--> statement-breakpoint
CREATE INDEX `follow_ups_due` ON `follow_ups` (`due`,`id`);
