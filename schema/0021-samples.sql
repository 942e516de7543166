-- The cases of one inspection of a service, from which and until when its inspectors see them. The rest of
-- an inspection, from its announcement to the published report, will stand beside it.
--
-- The lead inspector asks for the cases that began in a window, the service sends the list of them, the lead
-- inspector draws from it by number and notifies the sample: sight begins (the table sight, cause 'sample'). It
-- ends when the fieldwork evidence is signed.
create table sample (
  id text not null primary key,
  inspectorate_id text not null references organisation (id),
  service_id text not null references organisation (id),
  title text not null,                      -- 'Exampleshire 2026'
  fieldwork_on text not null,               -- its first day
  window_from text not null,                -- the days on which a case began
  window_to text not null,
  begun_by text not null references person (id),
  begun_at text not null,
  list_sent_by text references person (id),
  list_sent_at text,
  left_out {bigint},                        -- cases of the window that the service did not list
  left_out_why text,
  notified_by text references person (id),
  notified_at text,
  evidence_signed_by text references person (id),
  evidence_signed_at text,
  called_off_by text references person (id), -- before it was notified
  called_off_at text,
  check (window_to >= window_from),
  check (notified_at is null or list_sent_at is not null),
  check (evidence_signed_at is null or notified_at is not null),
  check (called_off_at is null or notified_at is null)
) {strict};
create index sample_of_inspectorate on sample (inspectorate_id, begun_at);
create index sample_of_service on sample (service_id, begun_at);

create table sample_case_kind (
  sample_id text not null references sample (id),
  kind text not null check (kind in ('prevention', 'turnaround', 'diversion', 'out-of-court',
                                     'court', 'custody', 'licence', 'remand')),
  primary key (sample_id, kind)
) {clustered};

-- The list that the service sent. Numbers are given at random; the inspectorate sees the number and the kind.
create table sample_case (
  sample_id text not null references sample (id),
  number {bigint} not null,
  kind text not null,
  file_id text references file (id),        -- null once the file was erased
  case_id text,
  drawn {bool} not null,
  primary key (sample_id, number),
  check ((file_id is null) = (case_id is null))
) {clustered};
create index sample_case_of_file on sample_case (file_id);
