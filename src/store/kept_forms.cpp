#include "store/kept_forms.hpp"

#include "store/personal_links.hpp"

namespace northlight::store {
namespace {

Error nothing_to_go_with() {
  return {ErrorCode::NotFound, "What this form was about is no more, so it was not kept"};
}

/// The file that it goes with; none for what is about no file.
Result<std::optional<domain::FileId>> file_of(Session& session, const KeptForm& form) {
  const auto person = form.person.text();
  NL_TRY(link, personal_link_of(session, form.person));
  if (link) return std::optional(link->file);
  NL_TRY(kind,
         session.row<std::string>("select kind from person where id = :id", {{"id", person}}));
  if (kind == "link") return nothing_to_go_with();
  return form.file;
}

/// Erased, or left with nothing but its basic record.
Result<bool> is_gone(Session& session, domain::FileId file) {
  NL_TRY(gone, session.value<std::int64_t>(
                   "select count(*) from file f where f.id = :file and (f.erased_at is not null "
                   "or (exists (select 1 from basic_record b where b.file_id = f.id) "
                   "and not exists (select 1 from record r where r.file_id = f.id)))",
                   {{"file", file.text()}}));
  return gone > 0;
}

}  // namespace

Status keep_form(Transaction& transaction, std::string_view token_hash, const KeptForm& form,
                 platform::Instant at, std::int64_t most) {
  const auto person = form.person.text();
  NL_CHECK(forget_kept_forms_until(transaction, at));
  NL_TRY(about, file_of(transaction, form));
  if (about) {
    NL_TRY(gone, is_gone(transaction, *about));
    if (gone) return nothing_to_go_with();
  }
  const auto file = about ? std::optional(about->text()) : std::nullopt;
  NL_TRY(mine,
         transaction.rows<std::string>("select token_hash from kept_form "
                                       "where person_id = :person order by kept_at, token_hash",
                                       {{"person", person}}));
  for (std::size_t i = 0; i + static_cast<std::size_t>(most) <= mine.size(); ++i)
    NL_CHECK(forget_kept_form(transaction, mine[i]));
  NL_CHECK(
      transaction.run("insert into kept_form (token_hash, person_id, content, kept_at, ends_at, "
                      "file_id) values (:hash, :person, :content, :at, :ends, :file)",
                      {{"hash", token_hash},
                       {"person", person},
                       {"content", form.sealed},
                       {"at", platform::iso(at)},
                       {"ends", platform::iso(form.ends_at)},
                       {"file", file}}));
  return done();
}

Result<std::optional<KeptForm>> find_kept_form(Session& session, std::string_view token_hash) {
  NL_TRY(row, (session.row<std::string, std::string, std::string>(
                  "select person_id, content, ends_at from kept_form where token_hash = :hash",
                  {{"hash", token_hash}})));
  if (!row) return std::optional<KeptForm>{};
  NL_TRY(person, domain::PersonId::parse(std::get<0>(*row)));
  NL_TRY(ends_at, platform::parse_instant(std::get<2>(*row)));
  return std::optional(KeptForm{person, std::move(std::get<1>(*row)), ends_at});
}

Status forget_kept_form(Transaction& transaction, std::string_view token_hash) {
  NL_CHECK(
      transaction.run("delete from kept_form where token_hash = :hash", {{"hash", token_hash}}));
  return done();
}

Status forget_kept_forms_until(Transaction& transaction, platform::Instant at) {
  NL_CHECK(
      transaction.run("delete from kept_form where ends_at <= :at", {{"at", platform::iso(at)}}));
  return done();
}

}  // namespace northlight::store
