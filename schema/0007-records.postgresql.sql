-- A version and what was typed are never changed, whoever speaks SQL.
create function record_history_is_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'a version and what was typed are never changed' using errcode = '23514';
end $$;

create trigger record_version_not_changed before update on record_version
  for each statement execute function record_history_is_added_to();
create trigger draft_change_not_changed before update on draft_change
  for each statement execute function record_history_is_added_to();
