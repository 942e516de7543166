-- A sample has a last day: sight by it ends at the end of that day by itself, wherever nobody signs the fieldwork
-- evidence before. It is given when the sample is notified, and the rows of sight hold the moment in until_at.
alter table sample add column last_day text;

-- What was changed after a sample was notified: its last day, and who sees its cases.
create table sample_change (
  id text not null primary key,
  sample_id text not null references sample (id),
  change text not null check (change in ('last-day', 'reader-added', 'reader-taken')),
  last_day text,                            -- the new one,
  last_day_before text,                     -- the one before,
  reason text,                              -- and why
  person_id text references person (id),    -- whose sight began or ended
  made_by text not null references person (id),
  made_at text not null,
  check ((change = 'last-day') = (last_day is not null)),
  check ((change = 'last-day') = (last_day_before is not null)),
  check ((change = 'last-day') = (reason is not null)),
  check ((change = 'last-day') = (person_id is null))
) {strict};
create index sample_change_of on sample_change (sample_id, made_at);

-- What runs now without an end ends 28 days after the day of the upgrade: the two files beside this one.
