CREATE TABLE `api_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`site` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`site` text,
	`article` text,
	`votes` integer DEFAULT 0 NOT NULL,
	`note` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `changed_days` (
	`site` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`site`, `day`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `chain` (
	`site` text NOT NULL,
	`number` integer NOT NULL,
	`day` text NOT NULL,
	`entry` text NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`site`, `number`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `chain_days` (
	`site` text NOT NULL,
	`day` text NOT NULL,
	`number` integer NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`site`, `day`, `number`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `dropped_views` (
	`site` text NOT NULL,
	`day` text NOT NULL,
	`reason` text NOT NULL,
	`views` integer NOT NULL,
	PRIMARY KEY(`site`, `day`, `reason`),
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dropped_views_reason" CHECK("dropped_views"."reason" in ('no-origin', 'prefetch', 'automated', 'bot', 'user-agent', 'repeat', 'seen', 'rate')),
	CONSTRAINT "dropped_views_views" CHECK("dropped_views"."views" >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `folded` (
	`article` integer NOT NULL,
	`day` text NOT NULL,
	`standing` text NOT NULL,
	`reason` text NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`article`, `day`, `standing`, `reason`),
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "folded_standing" CHECK("folded"."standing" in ('counted', 'pending', 'excluded')),
	CONSTRAINT "folded_counts" CHECK(min(sangat_puas, puas, cukup_puas, tidak_puas) >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `uncounted` (
	`article` integer NOT NULL,
	`day` text NOT NULL,
	`standing` text NOT NULL,
	`reason` text NOT NULL,
	`sangat_puas` integer DEFAULT 0 NOT NULL,
	`puas` integer DEFAULT 0 NOT NULL,
	`cukup_puas` integer DEFAULT 0 NOT NULL,
	`tidak_puas` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`article`, `day`, `standing`, `reason`),
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "uncounted_standing" CHECK("uncounted"."standing" in ('pending', 'excluded')),
	CONSTRAINT "uncounted_counts" CHECK(min(sangat_puas, puas, cukup_puas, tidak_puas) >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `articles` ADD COLUMN `review` integer DEFAULT false NOT NULL CONSTRAINT "articles_review" CHECK(review in (0, 1));
--> statement-breakpoint
ALTER TABLE `articles` ADD COLUMN `verified` integer DEFAULT false NOT NULL CONSTRAINT "articles_verified" CHECK(verified in (0, 1));
--> statement-breakpoint
ALTER TABLE `articles` ADD COLUMN `title` text;
--> statement-breakpoint
ALTER TABLE `articles` ADD COLUMN `failure` text;
--> statement-breakpoint
ALTER TABLE `articles` ADD COLUMN `attempts` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `articles` ADD COLUMN `next_attempt` integer DEFAULT 0;
--> statement-breakpoint
ALTER TABLE `sites` ADD COLUMN `intranet` integer DEFAULT false NOT NULL CONSTRAINT "sites_intranet" CHECK(intranet in (0, 1));
--> statement-breakpoint
ALTER TABLE `sites` ADD COLUMN `added_at` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE TABLE `__new_votes` (
	`article` integer NOT NULL,
	`voter` blob NOT NULL,
	`turn` integer NOT NULL,
	`choice` text,
	`standing` text DEFAULT 'counted' NOT NULL,
	`reason` text,
	`day` text NOT NULL,
	`hour` integer,
	PRIMARY KEY(`article`, `voter`),
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "votes_voter" CHECK(length("voter") = 16),
	CONSTRAINT "votes_turn" CHECK("turn" >= 1),
	CONSTRAINT "votes_choice" CHECK("choice" in ('sangat-puas', 'puas', 'cukup-puas', 'tidak-puas')),
	CONSTRAINT "votes_standing" CHECK("standing" in ('counted', 'pending', 'excluded')),
	CONSTRAINT "votes_reason" CHECK((standing = 'counted') = (reason is null)
    and (standing <> 'pending' or reason in ('too-fast', 'token', 'automated', 'user-agent', 'network', 'rate', 'burst'))
    and (reason is null or reason in ('too-fast', 'token', 'automated', 'user-agent', 'network', 'rate', 'burst', 'expired', 'moderation'))),
	CONSTRAINT "votes_day" CHECK("day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_votes` (article, voter, turn, choice, standing, reason, day)
SELECT article, voter, turn, choice, standing, CASE standing WHEN 'counted' THEN NULL ELSE 'rate' END, day FROM votes;
--> statement-breakpoint
DROP TABLE `votes`;
--> statement-breakpoint
ALTER TABLE `__new_votes` RENAME TO `votes`;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_name` ON `api_tokens` (`name`);
--> statement-breakpoint
CREATE INDEX `uncounted_day` ON `uncounted` (`day`,`article`);
--> statement-breakpoint
CREATE INDEX `audit_site` ON `audit` (`site`,`id`);
--> statement-breakpoint
CREATE INDEX `articles_unverified` ON `articles` (`site`,`next_attempt`) WHERE verified = 0;
--> statement-breakpoint
CREATE INDEX `votes_uncounted` ON `votes` (`article`,`standing`,`reason`,`day`) WHERE standing <> 'counted';
--> statement-breakpoint
CREATE INDEX `tallies_day` ON `tallies` (`day`);
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
CREATE TRIGGER votes_insert_uncounted AFTER INSERT ON votes
WHEN NEW.standing <> 'counted'
BEGIN
	INSERT INTO uncounted (article, day, standing, reason, sangat_puas, puas, cukup_puas, tidak_puas)
	VALUES (
		NEW.article, NEW.day, NEW.standing, NEW.reason,
		(NEW.choice is 'sangat-puas'),
		(NEW.choice is 'puas'),
		(NEW.choice is 'cukup-puas'),
		(NEW.choice is 'tidak-puas')
	)
	ON CONFLICT (article, day, standing, reason) DO UPDATE SET
		sangat_puas = sangat_puas + excluded.sangat_puas,
		puas = puas + excluded.puas,
		cukup_puas = cukup_puas + excluded.cukup_puas,
		tidak_puas = tidak_puas + excluded.tidak_puas;
END;
--> statement-breakpoint
CREATE TRIGGER votes_leave_uncounted AFTER UPDATE OF choice, standing, reason ON votes
WHEN OLD.standing <> 'counted' AND (NEW.choice, NEW.standing, NEW.reason) IS NOT (OLD.choice, OLD.standing, OLD.reason)
BEGIN
	UPDATE uncounted SET
		sangat_puas = sangat_puas - (OLD.choice is 'sangat-puas'),
		puas = puas - (OLD.choice is 'puas'),
		cukup_puas = cukup_puas - (OLD.choice is 'cukup-puas'),
		tidak_puas = tidak_puas - (OLD.choice is 'tidak-puas')
	WHERE article = OLD.article AND day = OLD.day AND standing = OLD.standing AND reason = OLD.reason;
END;
--> statement-breakpoint
CREATE TRIGGER votes_join_uncounted AFTER UPDATE OF choice, standing, reason ON votes
WHEN NEW.standing <> 'counted' AND (NEW.choice, NEW.standing, NEW.reason) IS NOT (OLD.choice, OLD.standing, OLD.reason)
BEGIN
	INSERT INTO uncounted (article, day, standing, reason, sangat_puas, puas, cukup_puas, tidak_puas)
	VALUES (
		NEW.article, NEW.day, NEW.standing, NEW.reason,
		(NEW.choice is 'sangat-puas'),
		(NEW.choice is 'puas'),
		(NEW.choice is 'cukup-puas'),
		(NEW.choice is 'tidak-puas')
	)
	ON CONFLICT (article, day, standing, reason) DO UPDATE SET
		sangat_puas = sangat_puas + excluded.sangat_puas,
		puas = puas + excluded.puas,
		cukup_puas = cukup_puas + excluded.cukup_puas,
		tidak_puas = tidak_puas + excluded.tidak_puas;
END;
