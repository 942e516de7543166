create trigger first_day_was_not_changed before update on first_day_was
  for each statement execute function what_was_is_added_to();
