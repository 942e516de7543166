-- What was given out is never changed, whoever speaks SQL.
create trigger subject_document_not_changed before update on subject_document
  for each statement execute function subject_copy_is_kept();
