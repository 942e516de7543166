insert into child_was (file_id, n, family_name, given_names, known_as, born_on, recorded_at)
select file_id, 1, family_name, given_names, known_as, born_on,
       to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from child;
insert into case_was (case_id, n, file_id, stage, recorded_at)
select id, 1, file_id, stage, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
from child_case;

create function what_was_is_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'what was is never changed' using errcode = '23514';
end $$;

create trigger child_was_not_changed before update on child_was
  for each statement execute function what_was_is_added_to();
create trigger case_was_not_changed before update on case_was
  for each statement execute function what_was_is_added_to();
