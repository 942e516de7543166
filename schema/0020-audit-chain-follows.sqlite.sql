drop trigger audit_entry_at_the_end;
create trigger audit_entry_at_the_end before insert on audit_entry
when not exists (select 1 from audit_chain where id = new.chain and number = new.number - 1)
  or exists (select 1 from audit_entry where chain = new.chain and number = new.number) begin
  select raise(abort, 'the audit trail is added to at its end');
end;
create trigger audit_entry_ends_its_chain after insert on audit_entry begin
  update audit_chain set number = new.number, hash = new.hash where id = new.chain;
end;
