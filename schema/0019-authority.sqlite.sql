-- Every change to what a session is found by (src/accounts/known_sessions.hpp). A session that begins
-- changes nothing for anybody who was looked up before.

-- All but seen_at, by which a session only ends later.
create trigger authority_sign_in_session_changed
after update of id, token_hash, person_id, stage, method, began_at, ends_at, ended_at, ended_why,
  source, browser on sign_in_session begin
  update authority set version = version + 1;
end;
create trigger authority_sign_in_session_gone after delete on sign_in_session begin
  update authority set version = version + 1;
end;
create trigger authority_person_changed after update on person begin
  update authority set version = version + 1;
end;
create trigger authority_person_gone after delete on person begin
  update authority set version = version + 1;
end;
create trigger authority_role_held_added after insert on role_held begin
  update authority set version = version + 1;
end;
create trigger authority_role_held_changed after update on role_held begin
  update authority set version = version + 1;
end;
create trigger authority_role_held_gone after delete on role_held begin
  update authority set version = version + 1;
end;
create trigger authority_cover_added after insert on cover begin
  update authority set version = version + 1;
end;
create trigger authority_cover_changed after update on cover begin
  update authority set version = version + 1;
end;
create trigger authority_cover_gone after delete on cover begin
  update authority set version = version + 1;
end;
