-- It is added to from the trail's rows, and goes no further than they do. Taking all of it away, so
-- that it is made anew, is no loss; the account that serves may not.
create function audit_index_within_trail() returns trigger language plpgsql as $$
begin
  if new.number > coalesce((select number from audit_chain where id = new.chain), 0) then
    raise exception 'the index of the audit trail goes no further than the trail'
      using errcode = '23514';
  end if;
  return new;
end $$;

create trigger audit_listed_not_changed before update on audit_listed
  for each statement execute function audit_trail_is_added_to();
create trigger audit_listed_until_within_trail before insert or update on audit_listed_until
  for each row execute function audit_index_within_trail();

do $$
declare
  held record;
begin
  for held in
    select distinct grantee, table_name from information_schema.role_table_grants
    where table_schema = current_schema() and grantee <> current_user
      and table_name in ('audit_listed', 'audit_listed_until')
  loop
    if held.grantee = 'PUBLIC' then
      execute format('revoke delete, truncate on %I from public', held.table_name);
    else
      execute format('revoke delete, truncate on %I from %I', held.table_name, held.grantee);
    end if;
  end loop;
end $$;
