PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_library_items` (
	`account_id` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`sequence` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`binned_at` integer,
	`deleted_at` integer,
	PRIMARY KEY(`account_id`, `id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_library_items`("account_id", "id", "version", "sequence", "updated_at", "binned_at", "deleted_at") SELECT "account_id", "id", "version", "sequence", "updated_at", "binned_at", "deleted_at" FROM `library_items`;--> statement-breakpoint
DROP TABLE `library_items`;--> statement-breakpoint
ALTER TABLE `__new_library_items` RENAME TO `library_items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `library_items_sequence` ON `library_items` (`account_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `library_items_binned` ON `library_items` (`binned_at`);--> statement-breakpoint
CREATE INDEX `library_items_deleted` ON `library_items` (`deleted_at`);--> statement-breakpoint
CREATE TABLE `__new_library_vaults` (
	`account_id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`forgotten` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_library_vaults`("account_id", "sequence", "forgotten") SELECT "account_id", "sequence", "forgotten" FROM `library_vaults`;--> statement-breakpoint
DROP TABLE `library_vaults`;--> statement-breakpoint
ALTER TABLE `__new_library_vaults` RENAME TO `library_vaults`;--> statement-breakpoint
CREATE TABLE `__new_library_versions` (
	`account_id` text NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`size` integer NOT NULL,
	`wrapped_key` text NOT NULL,
	`blob` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `item_id`, `version`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_library_versions`("account_id", "item_id", "version", "size", "wrapped_key", "blob", "created_at") SELECT "account_id", "item_id", "version", "size", "wrapped_key", "blob", "created_at" FROM `library_versions`;--> statement-breakpoint
DROP TABLE `library_versions`;--> statement-breakpoint
ALTER TABLE `__new_library_versions` RENAME TO `library_versions`;--> statement-breakpoint
CREATE INDEX `library_versions_blob` ON `library_versions` (`account_id`,`blob`);