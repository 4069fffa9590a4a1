CREATE TABLE `articles` (
	`id` integer PRIMARY KEY NOT NULL,
	`site` text NOT NULL,
	`key` text NOT NULL,
	`closed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "articles_key" CHECK(length("articles"."key") between 1 and 512),
	CONSTRAINT "articles_closed" CHECK("articles"."closed" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_site_key` ON `articles` (`site`,`key`);
--> statement-breakpoint
CREATE TABLE `instance` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `opening_balances` (
	`article` integer PRIMARY KEY NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	`source` text NOT NULL,
	`date` text NOT NULL,
	`estimate` integer NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "opening_balances_counts" CHECK(min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0),
	CONSTRAINT "opening_balances_estimate" CHECK("opening_balances"."estimate" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `origins` (
	`site` text NOT NULL,
	`origin` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`site`, `origin`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "origins_role" CHECK("origins"."role" in ('primary', 'additional', 'mirror'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sites` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`settings` text DEFAULT '{}' NOT NULL,
	`loopback` integer DEFAULT false NOT NULL,
	CONSTRAINT "sites_key" CHECK(length("sites"."key") between 1 and 64),
	CONSTRAINT "sites_settings" CHECK(json_type("sites"."settings") = 'object'),
	CONSTRAINT "sites_loopback" CHECK("sites"."loopback" in (0, 1))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tallies` (
	`article` integer NOT NULL,
	`day` text NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`article`, `day`),
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tallies_counts" CHECK(min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `totals` (
	`article` integer PRIMARY KEY NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "totals_counts" CHECK(min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `votes` (
	`article` integer NOT NULL,
	`voter` blob NOT NULL,
	`turn` integer NOT NULL,
	`choice` text,
	`standing` text DEFAULT 'counted' NOT NULL,
	`reason` text,
	`day` text NOT NULL,
	PRIMARY KEY(`article`, `voter`),
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "votes_voter" CHECK(length("votes"."voter") = 16),
	CONSTRAINT "votes_turn" CHECK("votes"."turn" >= 1),
	CONSTRAINT "votes_choice" CHECK("votes"."choice" in ('sangat-puas', 'puas', 'cukup-puas', 'tidak-puas')),
	CONSTRAINT "votes_standing" CHECK("votes"."standing" in ('counted', 'pending', 'excluded')),
	CONSTRAINT "votes_day" CHECK("votes"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER articles_insert AFTER INSERT ON articles
BEGIN
	INSERT INTO totals (article) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER votes_insert AFTER INSERT ON votes
BEGIN
	INSERT INTO tallies (article, day, sangat_puas, puas, cukup_puas, tidak_puas)
	VALUES (
		NEW.article,
		NEW.day,
		(NEW.standing = 'counted' and NEW.choice is 'sangat-puas'),
		(NEW.standing = 'counted' and NEW.choice is 'puas'),
		(NEW.standing = 'counted' and NEW.choice is 'cukup-puas'),
		(NEW.standing = 'counted' and NEW.choice is 'tidak-puas')
	)
	ON CONFLICT (article, day) DO UPDATE SET
		sangat_puas = sangat_puas + excluded.sangat_puas,
		puas = puas + excluded.puas,
		cukup_puas = cukup_puas + excluded.cukup_puas,
		tidak_puas = tidak_puas + excluded.tidak_puas;
END;
--> statement-breakpoint
CREATE TRIGGER votes_update AFTER UPDATE OF choice, standing ON votes
WHEN (NEW.choice, NEW.standing) IS NOT (OLD.choice, OLD.standing)
BEGIN
	UPDATE tallies SET
		sangat_puas = sangat_puas + (NEW.standing = 'counted' and NEW.choice is 'sangat-puas') - (OLD.standing = 'counted' and OLD.choice is 'sangat-puas'),
		puas = puas + (NEW.standing = 'counted' and NEW.choice is 'puas') - (OLD.standing = 'counted' and OLD.choice is 'puas'),
		cukup_puas = cukup_puas + (NEW.standing = 'counted' and NEW.choice is 'cukup-puas') - (OLD.standing = 'counted' and OLD.choice is 'cukup-puas'),
		tidak_puas = tidak_puas + (NEW.standing = 'counted' and NEW.choice is 'tidak-puas') - (OLD.standing = 'counted' and OLD.choice is 'tidak-puas')
	WHERE article = NEW.article AND day = NEW.day;
END;
--> statement-breakpoint
CREATE TRIGGER tallies_insert AFTER INSERT ON tallies
BEGIN
	UPDATE totals SET
		views = views + NEW.views,
		sangat_puas = sangat_puas + NEW.sangat_puas,
		puas = puas + NEW.puas,
		cukup_puas = cukup_puas + NEW.cukup_puas,
		tidak_puas = tidak_puas + NEW.tidak_puas
	WHERE article = NEW.article;
END;
--> statement-breakpoint
CREATE TRIGGER tallies_update AFTER UPDATE ON tallies
BEGIN
	UPDATE totals SET
		views = views + NEW.views - OLD.views,
		sangat_puas = sangat_puas + NEW.sangat_puas - OLD.sangat_puas,
		puas = puas + NEW.puas - OLD.puas,
		cukup_puas = cukup_puas + NEW.cukup_puas - OLD.cukup_puas,
		tidak_puas = tidak_puas + NEW.tidak_puas - OLD.tidak_puas
	WHERE article = NEW.article;
END;
