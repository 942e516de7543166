#include "store/put_inspection.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "domain/slug.hpp"
#include "store/find_services.hpp"
#include "store/inspection_rows.hpp"
#include "store/inspection_words.hpp"
#include "store/library_change.hpp"
#include "store/merge_inspections.hpp"
#include "store/source_facts.hpp"

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

// What each kind of source states. An inspection that was kept before its sources were kept apart
// (schema/0002) stands for the source that it was named after.
Result<std::vector<PublishedInspection>> read_sources(Session& session, std::string_view id,
                                                      const std::optional<KeptInspection>& kept) {
  NL_TRY(texts, session.rows<std::string>(
                    "select facts from inspection_source where inspection_id = :id order by "
                    "source_kind",
                    {{"id", id}}));
  std::vector<PublishedInspection> sources;
  for (const auto& text : texts) {
    NL_TRY(facts, parse_facts(text));
    sources.push_back(std::move(facts));
  }
  if (sources.empty() && kept) sources.push_back(kept->facts);
  return sources;
}

// A later reading of the same kind takes the place of the earlier one.
void take_in(std::vector<PublishedInspection>& sources, const PublishedInspection& incoming) {
  const auto same =
      std::ranges::find(sources, incoming.source_kind, &PublishedInspection::source_kind);
  if (same == sources.end())
    sources.push_back(incoming);
  else
    *same = incoming;
}

Status write_sources(Transaction& transaction, std::string_view id,
                     const std::vector<PublishedInspection>& sources) {
  for (const auto& source : sources)
    NL_CHECK(transaction.run(
        "insert into inspection_source (inspection_id, source_kind, facts) "
        "values (:id, :source_kind, :facts) "
        "on conflict (inspection_id, source_kind) do update set facts = excluded.facts "
        "where inspection_source.facts <> excluded.facts",
        {{"id", id}, {"source_kind", word_of(source.source_kind)}, {"facts", facts_text(source)}}));
  return done();
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
    NL_CHECK(note_library_change(transaction));
    return add_name_keys(transaction, slug, facts.service);
  }
  facts.service = names->name;
  if (names->full_name) {
    facts.service_full_name = *names->full_name;
  } else if (full_name) {
    NL_CHECK(transaction.run("update service set full_name = :full_name where slug = :slug",
                             {{"slug", slug}, {"full_name", full_name}}));
    NL_CHECK(note_library_change(transaction));  // Its other inspections show the name too.
  }
  return done();
}

// What cannot be a percentage is in the finding that says so, and in the source as it was read.
void leave_out_impossible(PublishedInspection& facts) {
  for (auto& standard : facts.standards)
    for (auto& question : standard.key_questions)
      if (question.percent && question.percent->value > 100) question.percent.reset();
}

}  // namespace

Result<PutResult> put_inspection(Transaction& transaction, const PublishedInspection& inspection) {
  NL_CHECK(check(inspection));
  const auto id = domain::inspection_id(inspection);
  const auto slug = domain::slug(inspection.service);
  NL_TRY(kept, read_whole(transaction, id));
  NL_TRY(sources, read_sources(transaction, id, kept));
  take_in(sources, inspection);
  KeptInspection merged{id, slug, merge(sources)};
  leave_out_impossible(merged.facts);
  NL_CHECK(settle_names(transaction, slug, merged.facts));
  const bool changed = !kept || kept->facts != merged.facts;
  if (changed) {
    NL_CHECK(write_inspection(transaction, merged));
    NL_CHECK(note_library_change(transaction));
  }
  NL_CHECK(write_sources(transaction, id, sources));
  if (!changed) return PutResult{id, PutOutcome::Unchanged};
  return PutResult{id, kept ? PutOutcome::Changed : PutOutcome::Added};
}

}  // namespace northlight::store
