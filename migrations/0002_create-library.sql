CREATE TABLE `library_items` (
	`account_id` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`sequence` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`binned_at` integer,
	`deleted_at` integer,
	PRIMARY KEY(`account_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `library_items_sequence` ON `library_items` (`account_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `library_items_binned` ON `library_items` (`binned_at`);--> statement-breakpoint
CREATE INDEX `library_items_deleted` ON `library_items` (`deleted_at`);--> statement-breakpoint
CREATE TABLE `library_vaults` (
	`account_id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`forgotten` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `library_versions` (
	`account_id` text NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`size` integer NOT NULL,
	`wrapped_key` text NOT NULL,
	`blob` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `item_id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `library_versions_blob` ON `library_versions` (`account_id`,`blob`);