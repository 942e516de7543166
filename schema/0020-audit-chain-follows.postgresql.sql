create function audit_entry_ends_its_chain() returns trigger language plpgsql as $$
begin
  update audit_chain set number = new.number, hash = new.hash where id = new.chain;
  return null;
end $$;
create trigger audit_entry_ends_its_chain after insert on audit_entry
  for each row execute function audit_entry_ends_its_chain();
