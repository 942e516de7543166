-- What each kind of source states of an inspection, as it was read last, so that reading it again
-- takes back what it no longer states. The other tables hold what these come to together.
create table inspection_source (
  inspection_id text not null references inspection (id),
  source_kind text not null
    check (source_kind in ('published-report', 'our-summary', 'ratings-table')),
  facts text not null,                      -- JSON: src/store/source_facts.hpp
  primary key (inspection_id, source_kind)
) {strict};
