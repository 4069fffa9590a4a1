CREATE TABLE `alert_rules` (
	`key` text PRIMARY KEY NOT NULL,
	`site` text,
	`office` text,
	`kind` text NOT NULL,
	`bound` integer,
	`least` integer,
	`span` integer,
	`webhook` text,
	`intranet` integer DEFAULT false NOT NULL,
	`mails` text DEFAULT '[]' NOT NULL,
	`language` text NOT NULL,
	`tells_end` integer DEFAULT true NOT NULL,
	`secret_turn` integer DEFAULT 0 NOT NULL,
	`renewed_at` integer,
	`state` text DEFAULT 'ok' NOT NULL,
	`fired_at` integer,
	`ended_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`office`) REFERENCES `offices`(`key`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "alert_rules_kind" CHECK("alert_rules"."kind" in ('index', 'burst', 'silence', 'backup')),
	CONSTRAINT "alert_rules_state" CHECK("alert_rules"."state" in ('ok', 'firing', 'resolved')),
	CONSTRAINT "alert_rules_language" CHECK("alert_rules"."language" in ('id', 'en')),
	CONSTRAINT "alert_rules_about" CHECK((site is not null) + (office is not null) = (kind <> 'backup')),
	CONSTRAINT "alert_rules_figures" CHECK((bound is not null) = (kind = 'index') and (least is not null) = (kind = 'index')
        and (span is not null) = (kind <> 'burst')),
	CONSTRAINT "alert_rules_mails" CHECK(json_type("alert_rules"."mails") = 'array'),
	CONSTRAINT "alert_rules_destination" CHECK(webhook is not null or json_array_length(mails) > 0),
	CONSTRAINT "alert_rules_intranet" CHECK("alert_rules"."intranet" in (0, 1)),
	CONSTRAINT "alert_rules_tells_end" CHECK("alert_rules"."tells_end" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text,
	`office` text,
	`occasion` text NOT NULL,
	`means` text NOT NULL,
	`destination` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`tried_at` integer,
	`next_attempt` integer,
	`outcome` text DEFAULT 'waiting' NOT NULL,
	`answer` text,
	FOREIGN KEY (`rule`) REFERENCES `alert_rules`(`key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`office`) REFERENCES `offices`(`key`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "deliveries_of" CHECK(("deliveries"."rule" is null) = ("deliveries"."office" is not null)),
	CONSTRAINT "deliveries_means" CHECK("deliveries"."means" in ('webhook', 'mail')),
	CONSTRAINT "deliveries_outcome" CHECK("deliveries"."outcome" in ('waiting', 'delivered', 'given-up')),
	CONSTRAINT "deliveries_next" CHECK((next_attempt is not null) = (outcome = 'waiting'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`next_attempt`) WHERE next_attempt is not null;--> statement-breakpoint
CREATE INDEX `deliveries_rule` ON `deliveries` (`rule`,`created_at`);--> statement-breakpoint
CREATE INDEX `deliveries_office` ON `deliveries` (`office`,`created_at`);--> statement-breakpoint
CREATE TABLE `digests` (
	`office` text PRIMARY KEY NOT NULL,
	`active` integer NOT NULL,
	`weekday` integer NOT NULL,
	`hour` integer NOT NULL,
	`time_zone` text NOT NULL,
	`mails` text DEFAULT '[]' NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`office`) REFERENCES `offices`(`key`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "digests_active" CHECK("digests"."active" in (0, 1)),
	CONSTRAINT "digests_weekday" CHECK("digests"."weekday" between 1 and 7),
	CONSTRAINT "digests_hour" CHECK("digests"."hour" between 0 and 23),
	CONSTRAINT "digests_mails" CHECK(json_type("digests"."mails") = 'array'),
	CONSTRAINT "digests_language" CHECK("digests"."language" in ('id', 'en'))
) STRICT;
