#include "store/kept_forms.hpp"

#include "store/personal_links.hpp"
#include "store/readable.hpp"

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

Status keep_form(Transaction& transaction, std::string_view name, const KeptForm& form,
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
    NL_CHECK(forget_kept_form(transaction, form.person, mine[i]));
  NL_CHECK(
      transaction.run("insert into kept_form (token_hash, person_id, content, kept_at, ends_at, "
                      "file_id) values (:name, :person, :content, :at, :ends, :file)",
                      {{"name", name},
                       {"person", person},
                       {"content", form.sealed},
                       {"at", platform::iso(at)},
                       {"ends", platform::iso(form.ends_at)},
                       {"file", file}}));
  return done();
}

Result<std::vector<FoundKeptForm>> kept_forms_of(Session& session, domain::PersonId person,
                                                 platform::Instant at) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::string, std::string>(
      "select token_hash, content, ends_at from kept_form where person_id = :person "
      "and ends_at > :at order by kept_at desc, token_hash",
      {{"person", person.text()}, {"at", platform::iso(at)}},
      [&](std::string name, std::string sealed, const std::string& ends_at) {
        return FoundKeptForm{std::move(name), std::move(sealed), readable.instant(ends_at)};
      }));
}

Status forget_kept_form(Transaction& transaction, domain::PersonId person, std::string_view name) {
  NL_CHECK(transaction.run("delete from kept_form where token_hash = :name and person_id = :person",
                           {{"name", name}, {"person", person.text()}}));
  return done();
}

Status forget_kept_forms_until(Transaction& transaction, platform::Instant at) {
  NL_CHECK(
      transaction.run("delete from kept_form where ends_at <= :at", {{"at", platform::iso(at)}}));
  return done();
}

}  // namespace northlight::store
