CREATE TABLE `auth_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`auth_epoch` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "auth_sessions_hashed" CHECK(length("auth_sessions"."id") = 64)
);
--> statement-breakpoint
CREATE INDEX `auth_sessions_by_person` ON `auth_sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `auth_sessions_by_end` ON `auth_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`office` text NOT NULL,
	`role` text NOT NULL,
	`institution_id` text,
	`state_id` text,
	`invited_by_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_email` ON `invitations` (`email`);--> statement-breakpoint
CREATE TABLE `known_devices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `known_devices_by_person` ON `known_devices` (`person_id`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `password_resets_token_hash_unique` ON `password_resets` (`token_hash`);--> statement-breakpoint
CREATE TABLE `passwords` (
	`person_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`office` text NOT NULL,
	`email` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	`auth_epoch` integer DEFAULT 1 NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`institution_id` text,
	`state_id` text,
	`granted_by_id` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_open` ON `role_grants` (`person_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `role_grants_by_institution` ON `role_grants` (`institution_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`source_es` text NOT NULL,
	`source_en` text NOT NULL,
	`ours` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL,
	`wait_until` integer
);
--> statement-breakpoint
CREATE INDEX `throttles_by_start` ON `throttles` (`since`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_es` text NOT NULL,
	`name_en` text NOT NULL,
	`acronym` text,
	`parent_id` text,
	`state_id` text,
	`sources` text NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bodies_by_state` ON `bodies` (`state_id`);--> statement-breakpoint
CREATE TABLE `former_names` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`name_es` text NOT NULL,
	`name_en` text NOT NULL,
	`acronym` text,
	`until` text NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_names_by_institution` ON `former_names` (`institution_id`);--> statement-breakpoint
CREATE TABLE `institutions` (
	`id` text PRIMARY KEY NOT NULL,
	`name_es` text NOT NULL,
	`name_en` text NOT NULL,
	`acronym` text,
	`acronym_en` text,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` text,
	`state_id` text,
	`aliases` text NOT NULL,
	`role_es` text,
	`role_en` text,
	`sources` text NOT NULL,
	`absorbed_by_id` text,
	`absorbed_on` text,
	`sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `institutions_by_state` ON `institutions` (`state_id`);--> statement-breakpoint
CREATE INDEX `institutions_by_parent` ON `institutions` (`parent_id`);--> statement-breakpoint
CREATE TABLE `phase_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`state_id` text NOT NULL,
	`phase` text NOT NULL,
	`since_day` text,
	`source` text NOT NULL,
	`reported_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `phase_reports_by_state` ON `phase_reports` (`state_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `seat_holdings` (
	`id` text PRIMARY KEY NOT NULL,
	`seat_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`through_id` text,
	`from_day` text,
	`until_day` text,
	`source` text NOT NULL,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`through_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_holdings_open` ON `seat_holdings` (`seat_id`) WHERE until_day is null;--> statement-breakpoint
CREATE INDEX `seat_holdings_by_institution` ON `seat_holdings` (`institution_id`);--> statement-breakpoint
CREATE INDEX `seat_holdings_by_seat` ON `seat_holdings` (`seat_id`);--> statement-breakpoint
CREATE TABLE `seat_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`capacity` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`appointment` text NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seat_terms_by_seat` ON `seat_terms` (`seat_id`);--> statement-breakpoint
CREATE INDEX `seat_terms_by_person` ON `seat_terms` (`person_id`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`position` integer NOT NULL,
	`voice` integer NOT NULL,
	`vote` integer,
	`sources` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_by_body` ON `seats` (`body_id`,`position`);--> statement-breakpoint
CREATE TABLE `secretariat_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`state_id` text NOT NULL,
	`status` text NOT NULL,
	`since_day` text,
	`source` text NOT NULL,
	`reported_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `states`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `secretariat_reports_by_state` ON `secretariat_reports` (`state_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `states` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`official_name` text NOT NULL,
	`abbreviation` text NOT NULL,
	`iso` text NOT NULL,
	`capital` text NOT NULL,
	`timezone` text NOT NULL,
	`border_north` integer NOT NULL,
	`border_south` integer NOT NULL,
	`clue_es` text,
	`clue_en` text,
	`clue_source` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `states_slug_unique` ON `states` (`slug`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`kind` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_hash_unique` ON `events` (`hash`);--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`subject_type`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_by_actor` ON `events` (`actor_id`,`seq`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`sent_at`,`failed_at`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`sender_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`location` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`sender_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `submissions_by_age` ON `submissions` (`created_at`);