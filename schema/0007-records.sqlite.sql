-- A version and what was typed are never changed, whoever speaks SQL.
create trigger record_version_not_changed before update on record_version begin
  select raise(abort, 'a version is never changed');
end;
create trigger draft_change_not_changed before update on draft_change begin
  select raise(abort, 'what was typed is never changed');
end;
