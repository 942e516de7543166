-- What the first day of a case was taken to be until it was corrected: the case itself holds the day as it is
-- known now. Rows are added and never changed (the files beside this one), and go with the file.
create table first_day_was (
  case_id text not null references child_case (id),
  n {bigint} not null check (n > 0),        -- from 1, without a gap
  file_id text not null references file (id),
  opened_on text not null,                  -- until the correction
  corrected_at text not null,
  corrected_by text not null references person (id),
  primary key (case_id, n)
) {strict};
create index first_day_was_of on first_day_was (file_id);
