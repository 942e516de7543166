#include "store/put_inspection.hpp"

#include <limits>
#include <set>

#include "domain/slug.hpp"
#include "store/find_services.hpp"
#include "store/inspection_rows.hpp"
#include "store/merge_inspections.hpp"

namespace northlight::store {
namespace {

using domain::PublishedInspection;

struct ServiceNames {
  std::string name;
  std::optional<std::string> full_name;
};

Status check(const PublishedInspection& inspection) {
  if (domain::slug(inspection.service).empty())
    return Error{ErrorCode::Invalid, "An inspection needs the name of its service.", "service"};
  std::set<std::string_view> standards;
  for (const auto& standard : inspection.standards)
    if (!standards.insert(standard.id).second)
      return Error{ErrorCode::Invalid, "This standard stands twice in the inspection.",
                   standard.id};
  if (inspection.score && inspection.score_maximum && *inspection.score > *inspection.score_maximum)
    return Error{ErrorCode::Invalid, "The score is above its maximum.", "score"};
  return done();
}

Result<std::optional<KeptInspection>> read_whole(Session& session, std::string_view id) {
  NL_TRY(kept, read_inspection(session, id));
  if (!kept) return std::optional<KeptInspection>{};
  NL_TRY(text, read_source_lines(session, id, 1, std::numeric_limits<domain::Line>::max()));
  kept->facts.text = std::move(text);
  return std::move(kept);
}

// A service keeps the name under which it first came, and the first full name that was stated, so
// that two spellings cannot take turns.
Status settle_names(Transaction& transaction, std::string_view slug, PublishedInspection& facts) {
  NL_TRY(names, (transaction.row<std::string, std::optional<std::string>>(
                    "select name, full_name from service where slug = :slug", {{"slug", slug}},
                    [](std::string name, std::optional<std::string> full_name) {
                      return ServiceNames{std::move(name), std::move(full_name)};
                    })));
  std::optional<std::string> full_name;
  if (!facts.service_full_name.empty()) full_name = facts.service_full_name;
  if (!names) {
    NL_CHECK(transaction.run(
        "insert into service (slug, name, full_name) values (:slug, :name, :full_name)",
        {{"slug", slug}, {"name", facts.service}, {"full_name", full_name}}));
    return add_name_keys(transaction, slug, facts.service);
  }
  facts.service = names->name;
  if (names->full_name)
    facts.service_full_name = *names->full_name;
  else if (full_name)
    NL_CHECK(transaction.run("update service set full_name = :full_name where slug = :slug",
                             {{"slug", slug}, {"full_name", full_name}}));
  return done();
}

}  // namespace

Result<PutResult> put_inspection(Transaction& transaction, const PublishedInspection& inspection) {
  NL_CHECK(check(inspection));
  const auto id = domain::inspection_id(inspection);
  const auto slug = domain::slug(inspection.service);
  NL_TRY(kept, read_whole(transaction, id));
  // Merging with nothing puts a first source into the same order as every later one.
  KeptInspection merged{id, slug, merge(kept ? kept->facts : PublishedInspection{}, inspection)};
  NL_CHECK(settle_names(transaction, slug, merged.facts));
  if (kept && kept->facts == merged.facts) return PutResult{id, PutOutcome::Unchanged};
  NL_CHECK(write_inspection(transaction, merged));
  return PutResult{id, kept ? PutOutcome::Changed : PutOutcome::Added};
}

}  // namespace northlight::store
