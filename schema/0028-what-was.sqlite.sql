insert into child_was (file_id, n, family_name, given_names, known_as, born_on, recorded_at)
select file_id, 1, family_name, given_names, known_as, born_on, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
from child;
insert into case_was (case_id, n, file_id, stage, recorded_at)
select id, 1, file_id, stage, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') from child_case;

create trigger child_was_not_changed before update on child_was begin
  select raise(abort, 'what was is never changed');
end;
create trigger case_was_not_changed before update on case_was begin
  select raise(abort, 'what was is never changed');
end;
