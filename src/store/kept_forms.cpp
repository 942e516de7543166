#include "store/kept_forms.hpp"

namespace northlight::store {

Status keep_form(Transaction& transaction, std::string_view token_hash, const KeptForm& form,
                 platform::Instant at, std::int64_t most) {
  const auto person = form.person.text();
  const auto file = form.file ? std::optional(form.file->text()) : std::nullopt;
  NL_CHECK(
      transaction.run("delete from kept_form where ends_at <= :at", {{"at", platform::iso(at)}}));
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

}  // namespace northlight::store
