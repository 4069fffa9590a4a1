CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`site` text NOT NULL,
	`source` text NOT NULL,
	`date` text NOT NULL,
	`estimate` integer NOT NULL,
	`kind` text NOT NULL,
	`file` text NOT NULL,
	`at` integer NOT NULL,
	`planned` integer NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`removed` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`site`) REFERENCES `sites`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_kind" CHECK("imports"."kind" in ('table', 'wp-polls', 'wp-postratings', 'wp-postviews')),
	CONSTRAINT "imports_counts" CHECK(min(planned, added, removed) >= 0),
	CONSTRAINT "imports_estimate" CHECK("imports"."estimate" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_site` ON `imports` (`site`,`id`);--> statement-breakpoint
ALTER TABLE `opening_balances` ADD `brought_by` integer REFERENCES imports(id);--> statement-breakpoint
CREATE INDEX `opening_balances_import` ON `opening_balances` (`brought_by`) WHERE brought_by is not null;--> statement-breakpoint
-- What came in before imports were written down, by where it came from.
INSERT INTO `imports` (`site`, `source`, `date`, `estimate`, `kind`, `file`, `at`, `planned`, `added`)
SELECT a.`site`, o.`source`, o.`date`, max(o.`estimate`), 'table', '', 0, count(*), count(*)
FROM `opening_balances` o JOIN `articles` a ON a.`id` = o.`article`
GROUP BY a.`site`, o.`source`, o.`date` HAVING count(*) > 1;
--> statement-breakpoint
UPDATE `opening_balances` SET `brought_by` = (
	SELECT i.`id` FROM `imports` i JOIN `articles` a ON a.`site` = i.`site`
	WHERE a.`id` = `opening_balances`.`article` AND i.`source` = `opening_balances`.`source`
		AND i.`date` = `opening_balances`.`date`);
