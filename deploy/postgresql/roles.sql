-- Two accounts for one database: its owner runs `northlight migrate`, `backup` and `restore`;
-- northlight_app runs `northlight serve` and can neither change the audit trail nor take its triggers
-- away. Run it as the owner, in the database, after the first migrate and after each restore:
--   psql postgresql://northlight_owner@db.example/northlight --file deploy/postgresql/roles.sql
-- It may be run again at any time.

do $$
begin
  if not exists (select 1 from pg_catalog.pg_roles where rolname = 'northlight_app') then
    create role northlight_app login;
  end if;
end $$;

grant usage on schema public to northlight_app;
grant select, insert, update, delete on all tables in schema public to northlight_app;
alter default privileges in schema public
  grant select, insert, update, delete on tables to northlight_app;

revoke update, delete, truncate on audit_entry, audit_signed_head, audit_named from northlight_app;
revoke delete, truncate on audit_chain, audit_named_until from northlight_app;
revoke insert, update, delete, truncate on schema_migration from northlight_app;
