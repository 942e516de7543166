// What the database holds when the killing is over.
#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include "store/drafts.hpp"
#include "store/projections.hpp"
#include "tests/faults/record_ordeal.hpp"
#include "tests/http/child.hpp"

namespace northlight::testing {
namespace {

template <typename T>
T held(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

bool has_line(const std::multimap<std::string, std::string>& trail, const std::string& source,
              std::string_view action) {
  const auto [from, to] = trail.equal_range(source);
  return std::any_of(from, to, [&](const auto& line) { return line.second.starts_with(action); });
}

/// Whether all that was sent at once is there, with nothing of others in between.
bool stand_together(const std::vector<std::int64_t>& lines, std::size_t sent) {
  return lines.size() == sent &&
         lines.back() - lines.front() == static_cast<std::int64_t>(sent) - 1;
}

store::DraftStanding standing_of(forms::Applied applied) {
  switch (applied) {
    case forms::Applied::Done:
      return store::DraftStanding::Made;
    case forms::Applied::Already:
      return store::DraftStanding::Already;
    case forms::Applied::Clash:
      break;
  }
  return store::DraftStanding::Clash;
}

}  // namespace

void RecordOrdeal::check(int kills) {
  const auto read = service_.database->read([&](store::Session& session) -> Status {
    for (const auto& desk : desks_) check_desk(session, desk);
    return done();
  });
  if (!read) FAIL(read.error().message);
  check_projections();
  web::Child verify({NORTHLIGHT_PROGRAM, "audit", "verify", "--database", service_.fresh->url()});
  const auto said = verify.read_all();
  CHECK_MESSAGE(verify.wait() == 0, said);
  MESSAGE(kills << " kills; answered for and kept: " << tally_.changes << " changes, "
                << tally_.versions << " versions, of them " << tally_.is_signed << " signed, and "
                << tally_.settled << " clashes settled; kept in all: " << tally_.lines
                << " changes");
}

void RecordOrdeal::check_desk(store::Session& session, const Desk& desk) {
  Kept kept{.lines = check_lines(session, desk), .versions = check_versions(session, desk)};
  held(session.rows<std::string, std::string>(
      "select source, action from audit_entry where record_id = :id and outcome = 'allowed'",
      {{"id", desk.record.text()}}, [&](std::string source, std::string action) {
        kept.trail.emplace(std::move(source), std::move(action));
        return 0;
      }));
  const auto open = held(store::open_clashes(session, grant(), archive(), desk.record));
  Faults faults;
  for (const auto writer : desk.writers) {
    for (const auto& deed : typists_.at(writer).deeds()) {
      check_deed(deed, desk, kept, faults);
      if (deed.recorded) check_version(deed, kept, faults);
    }
    for (const auto& settled : typists_.at(writer).settled()) {
      if (std::ranges::find(open, settled.clash, &store::DraftChange::seq) != open.end())
        ++faults.lost;
      if (!has_line(kept.trail, settled.source, "clash-settled")) ++faults.untold;
      ++tally_.settled;
    }
  }
  CHECK(faults.lost == 0);
  CHECK(faults.halved == 0);
  CHECK(faults.moved == 0);
  CHECK(faults.untold == 0);
  // Nothing is kept that nobody wrote, and no line of the trail tells of what nobody did.
  CHECK(faults.seen == kept.lines.size());
  CHECK(faults.told == std::ranges::count_if(kept.trail, [](const auto& line) {
          return line.second == "draft-changed";
        }));
  tally_.lines += kept.lines.size();
}

void RecordOrdeal::check_deed(const Deed& deed, const Desk& desk, const Kept& kept,
                              Faults& faults) {
  std::vector<std::int64_t> there;
  for (const auto& words : deed.words)
    if (const auto at = kept.lines.find(words); at != kept.lines.end()) there.push_back(at->second);
  const bool is_there = there.size() == deed.words.size();
  const bool is_first = !there.empty() && there.back() <= desk.first_lines;
  if (!there.empty() && !is_first && !stand_together(there, deed.words.size())) ++faults.halved;
  if (deed.kept && !is_there) ++faults.lost;
  if (!deed.lines.empty() && deed.lines != there) ++faults.moved;
  // What is kept has its line, and of what is not kept no line says that it was.
  const auto told = std::ranges::count_if(deed.sources, [&](const std::string& source) {
    return has_line(kept.trail, source, deed.is_settling ? "clash-settled" : "draft-changed");
  });
  if ((told > 0) != is_there) ++faults.untold;
  if (!deed.is_settling) faults.told += told;
  faults.seen += there.size();
  if (deed.kept) tally_.changes += deed.words.size();
}

/// What was answered to be saved or signed is in a version, which has its line.
void RecordOrdeal::check_version(const Deed& deed, const Kept& kept, Faults& faults) {
  const auto at = kept.lines.find(deed.words.front());
  if (at == kept.lines.end() ||
      std::ranges::none_of(kept.versions, [&](const store::VersionHead& version) {
        return version.draft_seq >= at->second &&
               (!deed.is_signed || domain::is_signed(version.state));
      }))
    ++faults.lost;
  if (!has_line(kept.trail, deed.sources.front(),
                deed.is_signed ? "record-signed" : "record-saved"))
    ++faults.untold;
  ++tally_.versions;
  if (deed.is_signed) ++tally_.is_signed;
}

/// The lines are whole and without a gap, each stands as it was answered for, and what they come
/// to from nothing is what each version holds and the draft, which is its row as well. Gives back
/// the number of each that somebody typed, by its words.
std::map<std::string, std::int64_t> RecordOrdeal::check_lines(store::Session& session,
                                                              const Desk& desk) {
  std::map<std::string, std::int64_t> kept;
  std::size_t twice = 0;
  std::int64_t next = 1;
  const auto head = held(store::record_head(session, grant(), desk.record));
  const auto lines = held(store::draft_since(session, grant(), archive(), desk.record, 0));
  for (const auto& line : lines) {
    CHECK(line.seq == next++);
    const auto* text = line.change.value ? std::get_if<std::string>(&*line.change.value) : nullptr;
    const bool is_words = text != nullptr && Typist::is_words(*text);
    if (is_words && !kept.emplace(*text, line.seq).second) ++twice;
    if (!is_words) CHECK(line.seq <= desk.first_lines);
  }
  CHECK(twice == 0);
  CHECK(head.last_seq == next - 1);
  check_content(session, desk, lines);
  return kept;
}

void RecordOrdeal::check_content(store::Session& session, const Desk& desk,
                                 const std::vector<store::DraftChange>& lines) {
  const auto versions = held(store::versions_of(session, grant(), desk.record));
  auto version = versions.begin();
  forms::Answers replayed;
  std::size_t otherwise = 0;
  for (const auto& line : lines) {
    const auto before = replayed;
    const auto applied = apply(replayed, line.change);
    otherwise += standing_of(applied) == line.standing ? 0 : 1;
    if (line.standing != store::DraftStanding::Made) replayed = before;
    for (; version != versions.end() && version->draft_seq == line.seq; ++version)
      if (held(store::version_of(session, grant(), archive(), desk.record, version->n)).answers !=
          replayed)
        ++otherwise;
  }
  CHECK(otherwise == 0);
  CHECK(version == versions.end());
  const auto draft = held(store::draft_of(session, grant(), archive(), desk.record));
  CHECK(draft.seq == static_cast<std::int64_t>(lines.size()));
  CHECK(draft.answers == replayed);
  const auto head = held(store::record_head(session, grant(), desk.record));
  const auto* form = held(store::form_of(archive(), head.form, head.edition));
  const auto key = held(store::file_key(session, grant(), *keys_));
  const auto rows = held(session.rows<std::int64_t, std::string>(
      "select seq, answers from draft where record_id = :id", {{"id", desk.record.text()}}));
  REQUIRE(rows.size() == 1);
  CHECK(std::get<0>(rows.front()) == draft.seq);
  CHECK(held(store::read_kept(*form, desk.record, std::get<1>(rows.front()), key)) == replayed);
}

/// Each version is whole, proved by its hash, follows the one before, and has its line.
std::vector<store::VersionHead> RecordOrdeal::check_versions(store::Session& session,
                                                             const Desk& desk) {
  auto heads = held(store::versions_of(session, grant(), desk.record));
  std::int64_t n = 0;
  std::vector<std::int64_t> numbers;
  for (const auto& head : heads) {
    CHECK(head.made_from.value_or(0) == n);
    CHECK(head.n == ++n);
    numbers.push_back(head.n);
  }
  CHECK(held(store::record_head(session, grant(), desk.record)).last_version == n);
  CHECK(numbers == held(session.rows<std::int64_t>(
                       "select version from audit_entry where record_id = :id and version is not "
                       "null and outcome = 'allowed' order by version",
                       {{"id", desk.record.text()}})));
  return heads;
}

/// What was projected version by version is what the versions come to.
void RecordOrdeal::check_projections() {
  const auto all = [&] {
    return held(service_.database->read(
        [&](store::Session& session) -> Result<std::vector<store::KeptRow>> {
          std::vector<store::KeptRow> rows;
          for (std::size_t i = 0; i < forms::projection_count; ++i)
            for (const auto from : {store::TakenFrom::Saved, store::TakenFrom::Signed}) {
              NL_TRY(some,
                     store::projected(session, grant(), static_cast<forms::Projection>(i), from));
              rows.insert(rows.end(), some.begin(), some.end());
            }
          return rows;
        }));
  };
  const auto before = all();
  CHECK_FALSE(before.empty());
  held(service_.database->write(
      [&](store::Transaction& transaction) { return store::reindex(transaction, *forms_); }));
  CHECK(all() == before);
}

}  // namespace northlight::testing
