-- What was given out is never changed, whoever speaks SQL.
create function subject_copy_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what was given out is never changed' using errcode = '23514';
end $$;

create trigger subject_copy_not_changed before update on subject_copy
  for each statement execute function subject_copy_is_kept();
