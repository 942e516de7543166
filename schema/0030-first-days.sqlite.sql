create trigger first_day_was_not_changed before update on first_day_was begin
  select raise(abort, 'what was is never changed');
end;
