-- The words of the trade (docs/glossary.md): tables, columns and stored codes get the names that the code has.

-- sitting_places -> funnel_steps
alter table sitting_places rename to funnel_steps;
alter table funnel_steps rename column place to step;
alter table funnel_steps rename constraint sitting_places_pkey to funnel_steps_pkey;
alter table funnel_steps rename constraint sitting_places_phase_check to funnel_steps_phase_check;
alter table funnel_steps rename constraint sitting_places_tenant_id_session_id_fkey to funnel_steps_tenant_id_session_id_fkey;

alter table capture_sessions rename column place to funnel_step;
alter table capture_sessions rename column place_phase to funnel_phase;
alter table capture_sessions rename column place_since to funnel_step_since;
alter table capture_sessions rename constraint capture_sessions_place_phase_check to capture_sessions_funnel_phase_check;
alter table capture_sessions rename constraint capture_sessions_check to capture_sessions_funnel_check;

-- repeat_marks -> duplicate_fingerprints
alter table repeat_marks rename to duplicate_fingerprints;
alter table duplicate_fingerprints rename column mark to fingerprint;
alter table duplicate_fingerprints rename constraint repeat_marks_pkey to duplicate_fingerprints_pkey;
alter table duplicate_fingerprints rename constraint repeat_marks_tenant_id_person_id_fkey to duplicate_fingerprints_tenant_id_person_id_fkey;
alter index repeat_marks_by_person rename to duplicate_fingerprints_by_person;

-- PostgreSQL 18 names NOT NULL constraints too; a dump would show the old names.
do $$
declare old record;
begin
  for old in
    select c.conrelid::regclass as relation, c.conname as name
    from pg_constraint c
    where c.contype = 'n' and c.conrelid in ('funnel_steps'::regclass, 'duplicate_fingerprints'::regclass)
  loop
    execute format('alter table %s rename constraint %I to %I', old.relation, old.name,
      replace(replace(replace(replace(old.name, 'sitting_places_place', 'funnel_steps_step'), 'sitting_places', 'funnel_steps'),
        'repeat_marks_mark', 'duplicate_fingerprints_fingerprint'), 'repeat_marks', 'duplicate_fingerprints'));
  end loop;
end $$;

-- Pending jobs keep their kind under its new name. The policies lie around the owner too, hence they are lifted meanwhile.
alter table jobs no force row level security;
update jobs set kind = 'end_session' where kind = 'end_sitting';
alter table jobs force row level security;
