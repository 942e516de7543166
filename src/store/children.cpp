#include "store/children.hpp"

#include "base/text.hpp"
#include "domain/slug.hpp"
#include "store/name_keys.hpp"
#include "store/readable.hpp"
#include "store/what_was.hpp"

namespace northlight::store {
namespace {

/// As lists order it. A name in letters that fold to nothing is ordered as it stands.
std::string folded(std::string_view name) {
  auto slug = domain::slug(name);
  return slug.empty() ? lower(name) : slug;
}

std::string sort_name(const ChildRow& child) {
  return folded(child.family_name.reveal()) + " " + folded(child.given_names.reveal());
}

/// All that a child may be asked for by.
std::string all_names(const ChildRow& child) {
  return child.given_names.reveal() + " " + child.family_name.reveal() + " " +
         child.known_as.reveal().value_or("");
}

Status put_name_keys(Transaction& transaction, const ChildRow& child) {
  const auto file = child.file.text();
  NL_CHECK(transaction.run("delete from child_name_key where file_id = :file", {{"file", file}}));
  for (const auto& key : trigrams_of(all_names(child)))
    NL_CHECK(transaction.run(
        "insert into child_name_key (service_id, key, file_id) values (:service, :key, :file)",
        {{"service", child.service.text()}, {"key", key}, {"file", file}}));
  return done();
}

Error another_file() {
  return {ErrorCode::Invalid, "What was to be kept is of another file than was asked about."};
}

}  // namespace

Status put_child(Transaction& transaction, const Grant& grant, const ChildRow& child) {
  if (child.file != grant.file()) return another_file();
  const auto& born_on = child.born_on.reveal();
  const auto born = born_on ? std::optional(iso(*born_on)) : std::nullopt;
  NL_CHECK(transaction.run(
      "insert into child (file_id, service_id, family_name, given_names, known_as, born_on, "
      "sort_name) values (:file, :service, :family, :given, :known_as, :born, :sort) "
      "on conflict (file_id) do update set family_name = :family, given_names = :given, "
      "known_as = :known_as, born_on = :born, sort_name = :sort",
      {{"file", child.file.text()},
       {"service", child.service.text()},
       {"family", child.family_name.reveal()},
       {"given", child.given_names.reveal()},
       {"known_as", child.known_as.reveal()},
       {"born", born},
       {"sort", sort_name(child)}}));
  NL_CHECK(keep_child_was(transaction, grant, child));
  return put_name_keys(transaction, child);
}

Result<ChildRow> child(Session& session, const Grant& grant) {
  Readable readable;
  NL_TRY(found,
         readable.checked(session.row<std::string, std::string, std::string,
                                      std::optional<std::string>, std::optional<std::string>>(
             "select service_id, family_name, given_names, known_as, born_on from child "
             "where file_id = :file",
             {{"file", grant.file().text()}},
             [&](const std::string& service, std::string family, std::string given,
                 std::optional<std::string> known_as, const std::optional<std::string>& born) {
               return ChildRow{grant.file(),
                               readable.id<domain::OrganisationId>(service),
                               Sensitive(std::move(family)),
                               Sensitive(std::move(given)),
                               Sensitive(std::move(known_as)),
                               Sensitive(readable.date(born))};
             })));
  if (!found) return Error{ErrorCode::NotFound, "This is no child's file."};
  return *std::move(found);
}

Result<bool> was_born_after(Session& session, const Grant& grant, Date day) {
  NL_TRY(later, session.value<std::int64_t>(
                    "select count(*) from child where file_id = :file and born_on > :day",
                    {{"file", grant.file().text()}, {"day", iso(day)}}));
  return later > 0;
}

}  // namespace northlight::store
