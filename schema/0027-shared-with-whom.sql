-- What is shared with a parent or with somebody who was asked in names whom it is for. What was shared
-- before with whoever stands so goes to the one who stood so then, if there was one alone. Where there
-- were several it stays with those, and where there was none it is shown to nobody.
update shared set person_id = (
  select min(s.holder_id) from sight s
  where s.file_id = shared.file_id and s.relation = shared.relation and s.holder_kind = 'person'
  and s.from_at <= shared.from_at and (s.until_at is null or s.until_at > shared.from_at))
where person_id is null and relation in ('parent', 'invited')
and 1 = (
  select count(distinct s.holder_id) from sight s
  where s.file_id = shared.file_id and s.relation = shared.relation and s.holder_kind = 'person'
  and s.from_at <= shared.from_at and (s.until_at is null or s.until_at > shared.from_at));
