-- Views and triggers of SQLite, dropped and made anew after every migration.
create trigger events_never_change before update on events begin select raise(abort, 'the record is only appended to'); end;
--> statement-breakpoint
create trigger events_never_vanish before delete on events begin select raise(abort, 'the record is only appended to'); end;
--> statement-breakpoint
create view published_institutions as
  select id, name_es, name_en, acronym, acronym_en, kind, level, parent_id, state_id, aliases, role_es, role_en, sources, absorbed_by_id, absorbed_on, sample
  from institutions;
--> statement-breakpoint
create view published_former_names as select institution_id, name_es, name_en, acronym, until, source from former_names;
--> statement-breakpoint
create view published_states as
  select id, slug, name, official_name, abbreviation, iso, capital, timezone, border_north, border_south, clue_es, clue_en, clue_source from states;
--> statement-breakpoint
create view published_bodies as select id, kind, name_es, name_en, acronym, parent_id, state_id, sources from bodies;
--> statement-breakpoint
create view published_seats as
  select seats.id, seats.body_id, seats.position, seats.voice, seats.vote, seats.sources,
    seat_holdings.institution_id, seat_holdings.through_id, seat_holdings.from_day
  from seats left join seat_holdings on seat_holdings.seat_id = seats.id and seat_holdings.until_day is null;
--> statement-breakpoint
create view published_secretariats as
  select state_id, status, since_day, source, created_at, sample from secretariat_reports;
--> statement-breakpoint
create view published_phases as
  select state_id, phase, since_day, source, created_at, sample from phase_reports;
--> statement-breakpoint
create view published_settings as select key, value, source_es, source_en, ours from settings;
