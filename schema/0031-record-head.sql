-- What the last version of a record says of itself, beside the record: a file's list of its records need not
-- open each version, which is as long as what was written. Copied when a version is added and made again by
-- reindexing; null: no version was saved yet.
alter table record add column last_state text;
alter table record add column last_effective_on text;
alter table record add column last_recorded_at text;
alter table record add column last_recorded_by text;
alter table record add column last_draft_seq {bigint};

update record set
  (last_state, last_effective_on, last_recorded_at, last_recorded_by, last_draft_seq) =
  (select v.state, v.effective_on, v.recorded_at, v.recorded_by, v.draft_seq from record_version v
   where v.record_id = record.id and v.n = record.last_version);
