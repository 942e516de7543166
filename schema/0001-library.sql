-- The library of published inspections. Words in braces differ between the engines: the table is
-- in src/store/sql_text.cpp. A fact that no source states is null, never nought.

create table service (
  slug text not null primary key,           -- as in addresses: 'east-sussex'
  name text not null,                       -- as in lists: 'East Sussex'
  full_name text                            -- 'East Sussex Youth Justice Service'
) {strict};

-- Names are found by runs of three letters, and ranked by the program (src/store/name_keys.hpp).
create table name_key (
  kind text not null,                       -- 'trigram'
  key text not null,
  service_slug text not null references service (slug),
  primary key (kind, key, service_slug)
) {clustered};
create index name_key_of_service on name_key (service_slug);

create table inspection (
  id text not null primary key,             -- 'east-sussex-2024-09'
  service_slug text not null references service (slug),
  edition text,
  published_day text,                       -- '2024-09-17'
  published_month text,                     -- '2024-09'
  published_text text not null,             -- as the source has it
  published_year {bigint},
  published_order text not null,            -- sorts by publication, as far as it is known
  isbn text not null,                       -- empty when not stated
  fieldwork_month text,
  fieldwork_started text,
  is_joint {bool},
  score {bigint} check (score >= 0),
  score_maximum {bigint} check (score_maximum > 0),
  overall_rating text,
  source_kind text not null
    check (source_kind in ('published-report', 'our-summary', 'ratings-table')),
  source_title text not null,
  source_address text not null,
  licence text not null,
  notes text not null,
  check (score <= score_maximum)
) {strict};
create index inspection_of_service on inspection (service_slug, published_order);
create index inspection_published on inspection (published_order, id);
create index inspection_of_edition on inspection (edition, published_order);

create table standard_result (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  standard text not null,                   -- the edition's id: '2.1'
  title text not null,
  rating text,
  cases {bigint} check (cases >= 0),
  line {bigint} check (line > 0),
  primary key (inspection_id, position),
  unique (inspection_id, standard)
) {clustered};

create table key_question_result (
  inspection_id text not null references inspection (id),
  standard text not null,
  position {bigint} not null,
  lens text not null,
  percent {bigint} check (percent between 0 and 100),
  met {bigint} check (met >= 0),
  judged {bigint} check (judged > 0),
  line {bigint} check (line > 0),
  primary key (inspection_id, standard, position),
  foreign key (inspection_id, standard) references standard_result (inspection_id, standard),
  check (met <= judged),
  check ((met is null) = (judged is null))
) {clustered};

-- A standard's strengths and areas for improvement.
create table standard_item (
  inspection_id text not null references inspection (id),
  standard text not null,
  kind text not null check (kind in ('strength', 'area-for-improvement')),
  position {bigint} not null,
  words text not null,
  line {bigint} check (line > 0),
  primary key (inspection_id, standard, kind, position),
  foreign key (inspection_id, standard) references standard_result (inspection_id, standard)
) {clustered};

create table recommendation (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  number {bigint} not null,                 -- as numbered in the report
  addressee text not null,
  words text not null,
  line {bigint} check (line > 0),
  primary key (inspection_id, position)
) {clustered};

create table sample_count (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  what text not null,
  count_of {bigint} not null check (count_of >= 0),
  line {bigint} check (line > 0),
  primary key (inspection_id, position)
) {clustered};

create table disposal_count (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  type text not null,
  cases {bigint} not null check (cases >= 0),
  line {bigint} check (line > 0),
  primary key (inspection_id, position)
) {clustered};

-- The dates between which a case had to start to be eligible for the sample.
create table case_window (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  domain text not null,
  first_day text not null,
  last_day text not null,
  line {bigint} check (line > 0),
  primary key (inspection_id, position)
) {clustered};

create table context_figure (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  what text not null,
  figure text not null,                     -- as printed, without its unit
  unit text not null,
  line {bigint} check (line > 0),
  primary key (inspection_id, position)
) {clustered};

create table survey_count (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  what text not null,
  count_of {bigint} not null check (count_of >= 0),
  out_of {bigint} check (out_of >= 0),
  line {bigint} check (line > 0),
  primary key (inspection_id, position)
) {clustered};

-- What the check of the report found, and what a lead inspector would look at again.
create table finding (
  inspection_id text not null references inspection (id),
  position {bigint} not null,
  kind text not null check (kind in ('error', 'notice', 'question')),
  code text not null,                       -- empty for a question
  place text not null,                      -- a standard's id, 'score', 'recommendations' …
  message text not null,
  line {bigint} check (line > 0),
  primary key (inspection_id, position)
) {clustered};

-- The imported text itself, so that a fact can be shown in its place.
create table source_line (
  inspection_id text not null references inspection (id),
  number {bigint} not null check (number > 0),
  words text not null,
  primary key (inspection_id, number)
) {clustered};
