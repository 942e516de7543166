update sample set last_day = to_char((now() at time zone 'UTC')::date + 28, 'YYYY-MM-DD')
where notified_at is not null and evidence_signed_at is null;

-- The end of that day in London.
update sight set until_at = (
  select to_char(((s.last_day::date + 1)::timestamp at time zone 'Europe/London') at time zone 'UTC',
                 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')
  from sample s where s.id = sight.cause_id)
where cause_kind = 'sample' and until_at is null
  and cause_id in (select id from sample where last_day is not null);
