-- Nobody who speaks SQL changes the trail. The account that serves does not own these tables, so that
-- it cannot take the triggers away either (deploy/postgresql/roles.sql).

create function audit_trail_is_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is added to and never changed' using errcode = '23514';
end $$;

create function audit_chain_goes_on() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.service <> old.service or new.number <> old.number + 1 then
    raise exception 'the audit trail is added to at its end' using errcode = '23514';
  end if;
  return new;
end $$;

create trigger audit_entry_not_changed before update or delete or truncate on audit_entry
  for each statement execute function audit_trail_is_added_to();
create trigger audit_chain_not_taken_away before delete or truncate on audit_chain
  for each statement execute function audit_trail_is_added_to();
create trigger audit_chain_goes_on before update on audit_chain
  for each row execute function audit_chain_goes_on();
create trigger audit_signed_head_not_changed before update or delete or truncate on audit_signed_head
  for each statement execute function audit_trail_is_added_to();

-- What was granted on every table to come (alter default privileges) is taken back for these.
do $$
declare
  held record;
begin
  for held in
    select distinct grantee, table_name from information_schema.role_table_grants
    where table_schema = current_schema() and grantee <> current_user
      and table_name in ('audit_entry', 'audit_chain', 'audit_signed_head')
  loop
    if held.grantee = 'PUBLIC' then
      execute format('revoke update, delete, truncate on %I from public', held.table_name);
      if held.table_name = 'audit_chain' then
        execute 'grant update on audit_chain to public';
      end if;
    else
      execute format('revoke update, delete, truncate on %I from %I', held.table_name, held.grantee);
      if held.table_name = 'audit_chain' then
        execute format('grant update on audit_chain to %I', held.grantee);
      end if;
    end if;
  end loop;
end $$;
