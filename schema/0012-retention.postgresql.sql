-- Whatever speaks SQL: a file under a legal hold is not erased.
create function file_under_hold_stays() returns trigger language plpgsql as $$
begin
  if old.held and new.erased_at is not null then
    raise exception 'a file under a legal hold is not erased' using errcode = '23514';
  end if;
  return new;
end $$;

create trigger file_under_hold_stays before update on file
  for each row execute function file_under_hold_stays();
