-- Nobody who speaks SQL changes the trail, not even with "insert or replace", which takes rows away
-- without asking the triggers of a delete.

create trigger audit_entry_not_changed before update on audit_entry begin
  select raise(abort, 'the audit trail is added to and never changed');
end;
create trigger audit_entry_not_taken_away before delete on audit_entry begin
  select raise(abort, 'the audit trail is added to and never changed');
end;
create trigger audit_entry_at_the_end before insert on audit_entry
when not exists (select 1 from audit_chain
                 where id = new.chain and number = new.number and hash = new.hash)
  or exists (select 1 from audit_entry where chain = new.chain and number = new.number) begin
  select raise(abort, 'the audit trail is added to at its end');
end;

create trigger audit_chain_not_taken_away before delete on audit_chain begin
  select raise(abort, 'the audit trail is added to and never changed');
end;
create trigger audit_chain_goes_on before update on audit_chain
when new.id <> old.id or new.service <> old.service or new.number <> old.number + 1 begin
  select raise(abort, 'the audit trail is added to at its end');
end;
create trigger audit_chain_begins before insert on audit_chain
when new.number <> 0 or exists (select 1 from audit_chain
                                where id = new.id or service = new.service) begin
  select raise(abort, 'the audit trail begins with nothing in it');
end;

create trigger audit_signed_head_not_changed before update on audit_signed_head begin
  select raise(abort, 'a signed head is never changed');
end;
create trigger audit_signed_head_not_taken_away before delete on audit_signed_head begin
  select raise(abort, 'a signed head is never changed');
end;
create trigger audit_signed_head_once before insert on audit_signed_head
when exists (select 1 from audit_signed_head where day = new.day) begin
  select raise(abort, 'a signed head is never changed');
end;
