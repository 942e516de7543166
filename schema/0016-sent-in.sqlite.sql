-- What was sent in, and who read it, is never changed, whoever speaks SQL.
create trigger sent_in_not_changed before update on sent_in begin
  select raise(abort, 'what was sent in is never changed');
end;
create trigger sent_in_read_not_changed before update on sent_in_read begin
  select raise(abort, 'who read what was sent in is never changed');
end;
