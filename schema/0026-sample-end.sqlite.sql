update sample set last_day = date('now', '+28 days')
where notified_at is not null and evidence_signed_at is null;

-- The end of that day in London: summer time is in force from the last Sunday of March to that of October.
update sight set until_at = (
  select case
    when date(s.last_day, '+1 day') > date(substr(s.last_day, 1, 4) || '-03-25', 'weekday 0')
     and date(s.last_day, '+1 day') <= date(substr(s.last_day, 1, 4) || '-10-25', 'weekday 0')
    then s.last_day || 'T23:00:00.000Z'
    else date(s.last_day, '+1 day') || 'T00:00:00.000Z' end
  from sample s where s.id = sight.cause_id)
where cause_kind = 'sample' and until_at is null
  and cause_id in (select id from sample where last_day is not null);
