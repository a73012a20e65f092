CREATE TABLE "auth_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"auth_epoch" integer NOT NULL,
	"device" text NOT NULL,
	CONSTRAINT "auth_sessions_hashed" CHECK (length("auth_sessions"."id") = 64)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"office" text NOT NULL,
	"role" text NOT NULL,
	"institution_id" text,
	"state_id" text,
	"invited_by_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "password_resets_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "passwords" (
	"person_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"office" text NOT NULL,
	"email" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"auth_epoch" integer DEFAULT 1 NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"institution_id" text,
	"state_id" text,
	"granted_by_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"source_es" text NOT NULL,
	"source_en" text NOT NULL,
	"ours" boolean NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"wait_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_es" text NOT NULL,
	"name_en" text NOT NULL,
	"acronym" text,
	"parent_id" text,
	"state_id" text,
	"sources" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "former_names" (
	"id" text PRIMARY KEY NOT NULL,
	"institution_id" text NOT NULL,
	"name_es" text NOT NULL,
	"name_en" text NOT NULL,
	"acronym" text,
	"until" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" text PRIMARY KEY NOT NULL,
	"name_es" text NOT NULL,
	"name_en" text NOT NULL,
	"acronym" text,
	"acronym_en" text,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" text,
	"state_id" text,
	"aliases" text NOT NULL,
	"role_es" text,
	"role_en" text,
	"sources" text NOT NULL,
	"absorbed_by_id" text,
	"absorbed_on" text,
	"sample" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phase_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"state_id" text NOT NULL,
	"phase" text NOT NULL,
	"since_day" text,
	"source" text NOT NULL,
	"reported_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_holdings" (
	"id" text PRIMARY KEY NOT NULL,
	"seat_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"through_id" text,
	"from_day" text,
	"until_day" text,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"seat_id" text NOT NULL,
	"person_id" text NOT NULL,
	"capacity" text NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text,
	"appointment" text NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"body_id" text NOT NULL,
	"position" integer NOT NULL,
	"voice" boolean NOT NULL,
	"vote" boolean,
	"sources" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secretariat_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"state_id" text NOT NULL,
	"status" text NOT NULL,
	"since_day" text,
	"source" text NOT NULL,
	"reported_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "states" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"official_name" text NOT NULL,
	"abbreviation" text NOT NULL,
	"iso" text NOT NULL,
	"capital" text NOT NULL,
	"timezone" text NOT NULL,
	"border_north" boolean NOT NULL,
	"border_south" boolean NOT NULL,
	"clue_es" text,
	"clue_en" text,
	"clue_source" text,
	CONSTRAINT "states_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"sender_id" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"location" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submissions_sender_id_key_pk" PRIMARY KEY("sender_id","key")
);
--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passwords" ADD CONSTRAINT "passwords_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_state_id_states_id_fk" FOREIGN KEY ("state_id") REFERENCES "public"."states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_state_id_states_id_fk" FOREIGN KEY ("state_id") REFERENCES "public"."states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_reports" ADD CONSTRAINT "phase_reports_state_id_states_id_fk" FOREIGN KEY ("state_id") REFERENCES "public"."states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_reports" ADD CONSTRAINT "phase_reports_reported_by_id_people_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_through_id_institutions_id_fk" FOREIGN KEY ("through_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_terms" ADD CONSTRAINT "seat_terms_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_terms" ADD CONSTRAINT "seat_terms_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secretariat_reports" ADD CONSTRAINT "secretariat_reports_state_id_states_id_fk" FOREIGN KEY ("state_id") REFERENCES "public"."states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secretariat_reports" ADD CONSTRAINT "secretariat_reports_reported_by_id_people_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_sessions_by_person" ON "auth_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_by_end" ON "auth_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "invitations_by_email" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "known_devices_by_person" ON "known_devices" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_open" ON "role_grants" USING btree ("person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "role_grants_by_institution" ON "role_grants" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "throttles_by_start" ON "throttles" USING btree ("since");--> statement-breakpoint
CREATE INDEX "bodies_by_state" ON "bodies" USING btree ("state_id");--> statement-breakpoint
CREATE INDEX "former_names_by_institution" ON "former_names" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "institutions_by_state" ON "institutions" USING btree ("state_id");--> statement-breakpoint
CREATE INDEX "institutions_by_parent" ON "institutions" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "phase_reports_by_state" ON "phase_reports" USING btree ("state_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_holdings_open" ON "seat_holdings" USING btree ("seat_id") WHERE until_day is null;--> statement-breakpoint
CREATE INDEX "seat_holdings_by_institution" ON "seat_holdings" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "seat_holdings_by_seat" ON "seat_holdings" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "seat_terms_by_seat" ON "seat_terms" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "seat_terms_by_person" ON "seat_terms" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seats_by_body" ON "seats" USING btree ("body_id","position");--> statement-breakpoint
CREATE INDEX "secretariat_reports_by_state" ON "secretariat_reports" USING btree ("state_id","created_at");--> statement-breakpoint
CREATE INDEX "events_by_subject" ON "events" USING btree ("subject_type","subject_id","seq");--> statement-breakpoint
CREATE INDEX "events_by_actor" ON "events" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("sent_at","failed_at","next_attempt_at");--> statement-breakpoint
CREATE INDEX "submissions_by_age" ON "submissions" USING btree ("created_at");