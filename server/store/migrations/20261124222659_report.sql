CREATE TABLE `offices` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent` text,
	FOREIGN KEY (`parent`) REFERENCES `offices`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offices_key" CHECK(length("offices"."key") between 1 and 64),
	CONSTRAINT "offices_parent" CHECK("offices"."parent" <> "offices"."key")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `offices_parent` ON `offices` (`parent`);
--> statement-breakpoint
CREATE TABLE `aliases` (
	`article` integer PRIMARY KEY NOT NULL,
	`target` integer NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "aliases_target" CHECK("aliases"."target" <> "aliases"."article")
) STRICT;
--> statement-breakpoint
CREATE INDEX `aliases_target` ON `aliases` (`target`);
--> statement-breakpoint
CREATE TABLE `article_periods` (
	`site` text NOT NULL,
	`period` text NOT NULL,
	`article` integer NOT NULL,
	`unit` integer NOT NULL,
	`through` text NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	`votes` integer NOT NULL,
	`low` integer,
	`high` integer,
	PRIMARY KEY(`article`, `period`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "article_periods_counts" CHECK(min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `article_periods_views` ON `article_periods` (`site`,`period`,`views`,`article`);
--> statement-breakpoint
CREATE INDEX `article_periods_votes` ON `article_periods` (`site`,`period`,`votes`,`article`);
--> statement-breakpoint
CREATE INDEX `article_periods_low` ON `article_periods` (`site`,`period`,`low`,`article`) WHERE low is not null;
--> statement-breakpoint
CREATE INDEX `article_periods_high` ON `article_periods` (`site`,`period`,`high`,`article`) WHERE high is not null;
--> statement-breakpoint
CREATE TABLE `sections` (
	`site` text NOT NULL,
	`prefix` text NOT NULL,
	`name` text NOT NULL,
	`office` text,
	`found` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`site`, `prefix`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office`) REFERENCES `offices`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sections_prefix" CHECK(length("sections"."prefix") between 1 and 512),
	CONSTRAINT "sections_found" CHECK("sections"."found" in (0, 1))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sections_office` ON `sections` (`office`);
--> statement-breakpoint
CREATE TABLE `stale_articles` (
	`article` integer PRIMARY KEY NOT NULL,
	`claim` text,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `stale_days` (
	`site` text NOT NULL,
	`day` text NOT NULL,
	`claim` text,
	PRIMARY KEY(`site`, `day`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `summaries` (
	`site` text PRIMARY KEY NOT NULL,
	`through` text DEFAULT '' NOT NULL,
	`sorted` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `unit_days` (
	`site` text NOT NULL,
	`day` text NOT NULL,
	`unit` integer NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	`pending` integer DEFAULT 0 NOT NULL,
	`excluded` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`site`, `day`, `unit`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_days_counts" CHECK(min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `unit_months` (
	`site` text NOT NULL,
	`month` text NOT NULL,
	`unit` integer NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	`pending` integer DEFAULT 0 NOT NULL,
	`excluded` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`site`, `month`, `unit`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_months_counts" CHECK(min(views, sangat_puas, puas, cukup_puas, tidak_puas) >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY NOT NULL,
	`site` text NOT NULL,
	`prefix` text NOT NULL,
	`office` text NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `units_parts` ON `units` (`site`,`prefix`,`office`);
--> statement-breakpoint
ALTER TABLE `articles` ADD `office` text REFERENCES offices(key);
--> statement-breakpoint
ALTER TABLE `articles` ADD `unit` integer;
--> statement-breakpoint
ALTER TABLE `sites` ADD `office` text REFERENCES offices(key);
--> statement-breakpoint
CREATE TRIGGER aliases_insert BEFORE INSERT ON aliases
WHEN EXISTS (SELECT 1 FROM aliases WHERE article = NEW.target OR target = NEW.article)
	OR (SELECT site FROM articles WHERE id = NEW.article) IS NOT (SELECT site FROM articles WHERE id = NEW.target)
BEGIN
	SELECT RAISE(ABORT, 'an alias leads to an article of its own site that is no alias');
END;
--> statement-breakpoint
CREATE TRIGGER votes_update_late AFTER UPDATE OF choice, standing, reason ON votes
WHEN (NEW.turn = OLD.turn OR NEW.hour >= unixepoch(NEW.day) / 3600 + 24)
	AND (NEW.choice, NEW.standing) IS NOT (OLD.choice, OLD.standing)
BEGIN
	INSERT INTO stale_days (site, day) SELECT site, NEW.day FROM articles WHERE id = NEW.article
	ON CONFLICT (site, day) DO UPDATE SET claim = NULL WHERE claim IS NOT NULL;
	INSERT INTO stale_articles (article) VALUES (NEW.article)
	ON CONFLICT (article) DO UPDATE SET claim = NULL WHERE claim IS NOT NULL;
END;
