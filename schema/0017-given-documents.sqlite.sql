-- What was given out is never changed, whoever speaks SQL.
create trigger subject_document_not_changed before update on subject_document begin
  select raise(abort, 'what was given out is never changed');
end;
