-- What was sent in, and who read it, is never changed, whoever speaks SQL.
create function sent_in_is_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'what was sent in is never changed' using errcode = '23514';
end $$;

create trigger sent_in_not_changed before update on sent_in
  for each statement execute function sent_in_is_added_to();
create trigger sent_in_read_not_changed before update on sent_in_read
  for each statement execute function sent_in_is_added_to();
