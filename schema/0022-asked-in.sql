-- Which agencies a service has asked in before: those whose people it is offered.
create index sight_by_invitation on sight (organisation_id, file_id)
  where cause_kind = 'invitation';
