-- Whatever speaks SQL: a file under a legal hold is not erased.
create trigger file_under_hold_stays before update on file
when old.held and new.erased_at is not null begin
  select raise(abort, 'a file under a legal hold is not erased');
end;
