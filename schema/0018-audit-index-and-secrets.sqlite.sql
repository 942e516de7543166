-- It is added to from the trail's rows, and goes no further than they do. Taking all of it away, so
-- that it is made anew, is no loss.
create trigger audit_listed_not_changed before update on audit_listed begin
  select raise(abort, 'the index of the audit trail is added to and never changed');
end;
create trigger audit_listed_until_begins before insert on audit_listed_until
when new.number > coalesce((select number from audit_chain where id = new.chain), 0) begin
  select raise(abort, 'the index of the audit trail goes no further than the trail');
end;
create trigger audit_listed_until_goes_on before update on audit_listed_until
when new.chain <> old.chain
  or new.number > coalesce((select number from audit_chain where id = new.chain), 0) begin
  select raise(abort, 'the index of the audit trail goes no further than the trail');
end;
