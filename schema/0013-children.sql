-- Several people may work on one case: one leads the work, others work alongside.
alter table allocation add column part text not null default 'lead'
  check (part in ('lead', 'alongside'));

-- "Is this child known already?" asks for a name or for a date of birth.
create index child_born on child (service_id, born_on);
