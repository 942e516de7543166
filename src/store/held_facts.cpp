#include <algorithm>
#include <iterator>
#include <map>

#include "domain/child_case.hpp"
#include "domain/retention.hpp"
#include "store/addresses.hpp"
#include "store/cases.hpp"
#include "store/children.hpp"
#include "store/files.hpp"
#include "store/held_lines.hpp"
#include "store/held_sight.hpp"
#include "store/holding.hpp"
#include "store/marks.hpp"
#include "store/people.hpp"
#include "store/personal_links.hpp"
#include "store/readable.hpp"
#include "store/sent_in.hpp"
#include "store/shared.hpp"
#include "store/subject_access.hpp"
#include "store/victims.hpp"
#include "store/what_was.hpp"

namespace northlight::store {
namespace {

using domain::AboutWhom;
using domain::HeldEntry;
using domain::HeldFact;
using domain::HeldLine;
using northlight::words;  // Of days, beside those of sharing grounds.
using Text = std::string;
using Maybe = std::optional<std::string>;

/// "practice-manager": "practice manager".
std::string role_words(std::string code) {
  for (auto& letter : code)
    if (letter == '-') letter = ' ';
  return code.empty() ? "nobody who is known" : code;
}

std::string decided_words(std::string_view kind) {
  if (kind == "erase") return "To erase the file.";
  return kind == "reduce" ? "To keep no more than a basic record." : "To keep the file longer.";
}

/// Gathers the entries of one file, one kind after another.
class Facts {
 public:
  Facts(Session& session, const Grant& grant) : session_(session), grant_(grant) {}

  Status gather(const Archive& archive, platform::Instant asked_at) {
    NL_TRY(kind, kind_of(session_, grant_));
    of_victim_ = kind == FileKind::Victim;
    NL_CHECK(of_victim_ ? who_the_victim_is() : identity());
    NL_CHECK(cases());
    NL_TRY(sight, held_sight(session_, grant_, archive.keys));
    take(std::move(sight));
    NL_CHECK(shared());
    NL_CHECK(marks());
    NL_CHECK(keeping());
    NL_CHECK(sent_in(archive.keys));
    NL_CHECK(documents());
    NL_CHECK(reasons(asked_at));
    NL_TRY(looks, held_looks(session_, grant_, asked_at));
    take(std::move(looks));
    return requests(archive, asked_at);
  }
  std::vector<HeldEntry> take() { return std::move(entries_); }

 private:
  void take(HeldEntry&& entry) {
    if (!entry.lines.empty()) entries_.push_back(std::move(entry));
  }
  HeldEntry& entry(std::string title) { return entries_.emplace_back(HeldEntry{std::move(title)}); }

  Result<std::string> name_of(domain::PersonId id) {
    if (const auto at = names_.find(id); at != names_.end()) return at->second;
    NL_TRY(found, person(session_, id));
    return names_.emplace(id, found ? found->name : "somebody who is gone").first->second;
  }

  Status identity() {
    const auto found = child(session_, grant_);
    if (!found) return found.error().code == ErrorCode::NotFound ? done() : Status(found.error());
    auto& about = entry("Who the child is");
    add_line(about, HeldFact::Identity, "given-names", "Given names", found->given_names.reveal());
    add_line(about, HeldFact::Identity, "family-name", "Family name", found->family_name.reveal());
    const auto& known_as = found->known_as.reveal();
    if (known_as) add_line(about, HeldFact::Identity, "known-as", "Known as", *known_as);
    const auto& born = found->born_on.reveal();
    add_line(about, HeldFact::Identity, "date-of-birth", "Date of birth",
             born ? words(*born) : "Not known");
    NL_CHECK(names_before(about));
    NL_TRY(addresses, addresses_of(session_, grant_));
    for (const auto& one : addresses) {
      auto text =
          one.house.reveal() + (one.house.reveal().empty() ? "" : ", ") + one.street.reveal();
      if (const auto& postcode = one.postcode.reveal()) text += ", " + *postcode;
      add_line(about, HeldFact::Address, one.id.text(), "Address from " + words(one.from),
               text + " (recorded on " + day_words(one.recorded_at) + ")");
    }
    return done();
  }

  /// By what they are known here; their names and how they are reached are in the records.
  Status who_the_victim_is() {
    const auto found = victim(session_, grant_);
    if (!found) return found.error().code == ErrorCode::NotFound ? done() : Status(found.error());
    NL_TRY(name, victim_name(session_, grant_));
    auto& about = entry("Who the victim is");
    if (!name.reveal().empty())
      add_line(about, HeldFact::Identity, "name", "Name, as the records last said", name.reveal());
    add_line(about, HeldFact::Identity, "reference", "Reference in lists", found->reference);
    return done();
  }

  /// What stood there until it was put right or changed. Perhaps another person's.
  Status names_before(HeldEntry& about) {
    NL_TRY(was, child_over_time(session_, grant_));
    for (std::size_t i = 0; i + 1 < was.size(); ++i) {
      const auto& child = was[i].child;
      auto text = child.given_names.reveal() + " " + child.family_name.reveal();
      if (const auto& known_as = child.known_as.reveal()) text += ", known as " + *known_as;
      const auto& born = child.born_on.reveal();
      text += born ? ", born on " + words(*born) : ", date of birth not known";
      add_line(about, HeldFact::RecordedBefore, std::to_string(i + 1),
               "Recorded until " + day_words(was[i + 1].from.at), text);
    }
    return done();
  }

  Status cases() {
    NL_TRY(all, cases_of(session_, grant_));
    NL_TRY(was, cases_over_time(session_, grant_));
    NL_TRY(corrected, first_days_over_time(session_, grant_));
    NL_TRY(allocations, allocations_of(session_, grant_));
    for (const auto& one : all) {
      auto& about = entry("Case: " + Text(domain::words(one.kind)));
      const auto id = one.id.text();
      add_line(about, HeldFact::Case, id + "/opened", "Opened", words(one.opened_on));
      first_days(about, one.id, corrected);
      add_line(about, HeldFact::Case, id + "/stage", "Stage", Text(domain::words(one.stage)));
      if (one.closed_on)
        add_line(about, HeldFact::Case, id + "/closed", "Closed", words(*one.closed_on));
      stages(about, one.id, was);
      for (const auto& each : allocations) {
        if (each.child_case != one.id) continue;
        NL_TRY(found, team(session_, each.team));
        auto who = found ? found->name : Text("a team that is gone");
        if (each.person) {
          NL_TRY(name, name_of(*each.person));
          who = name + ", " + who;
        }
        add_line(about, HeldFact::Allocation, each.id.text(), "Worked on by",
                 who + ", " + span_words(each.from, each.until), AboutWhom::Professional);
      }
    }
    return done();
  }

  /// What was taken for the first day until it was corrected.
  static void first_days(HeldEntry& about, domain::CaseId id,
                         const std::vector<FirstDayWas>& of_all) {
    std::size_t n = 0;
    for (const auto& one : of_all)
      if (one.id == id)
        add_line(about, HeldFact::Case, id.text() + "/opened/" + std::to_string(++n),
                 "Opened, as recorded until " + day_words(one.until), words(one.opened_on));
  }

  /// From when on it stood at each. Of what stood already as that began to be kept nobody knows
  /// since when; where nothing came after, "Stage" and "Closed" say all of it.
  static void stages(HeldEntry& about, domain::CaseId id, const std::vector<CaseWas>& of_all) {
    std::vector<CaseWas> was;
    std::ranges::copy_if(of_all, std::back_inserter(was),
                         [&](const CaseWas& one) { return one.id == id; });
    for (std::size_t i = 0; i < was.size(); ++i) {
      const auto& [of, stage, from] = was[i];
      if (from.taken_over && (was.size() == 1 || stage == domain::CaseStage::Closed)) continue;
      const auto since = day_words(from.at);
      add_line(about, HeldFact::Case, id.text() + "/stage/" + std::to_string(i + 1),
               from.taken_over ? "Stage as it stood on " + since + ", when this began to be kept"
                               : "Stage from " + since,
               Text(domain::words(stage)));
    }
  }

  /// Who sent it is told with the words, or not at all where that says too much.
  Status sent_in(const platform::Keys& keys) {
    NL_TRY(all, store::sent_in(session_, grant_, keys));
    if (all.empty()) return done();
    auto& about = entry("What was sent in to the file");
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
      const auto id = one->id.text();
      const auto about_whom = domain::about_whom(one->kind);
      add_line(about, HeldFact::SentIn, id, "Sent in on " + day_words(one->at), one->words.reveal(),
               of_victim_ ? domain::in_victims_file(about_whom) : about_whom);
      const auto sender = domain::about_whom_sender(one->kind);
      if (sender == AboutWhom::Child) continue;
      add_line(about, HeldFact::SentIn, id + "/by", "By",
               one->name + ", " + role_words(one->role) + ", " + one->organisation, sender);
    }
    return done();
  }

  Status shared() {
    NL_TRY(all, shared_of(session_, grant_));
    if (all.empty()) return done();
    NL_TRY(agreements, agreements_of(session_, grant_));
    auto& about = entry("What was shown to the child, a parent or a panel");
    for (const auto& one : all) {
      const auto whom = one.relation == domain::Relation::Themself ? "To the child"
                        : one.relation == domain::Relation::Parent ? "To a parent or carer"
                                                                   : "To a panel or partner";
      add_line(about, HeldFact::Shared, one.id.text(),
               std::string(whom) + ", " + span_words(one.from, one.until), one.words.reveal());
      for (const auto& agreed : agreements)
        if (agreed.shared == one.id) NL_CHECK(agreement(about, agreed));
    }
    return done();
  }

  Status agreement(HeldEntry& about, const Agreement& agreed) {
    NL_TRY(by, name_of(agreed.recorded_by));
    add_line(about, HeldFact::Shared, agreed.shared.text() + "/agreed",
             "The child agreed on " + words(agreed.agreed_on), agreed.words.reveal());
    add_line(about, HeldFact::Shared, agreed.shared.text() + "/written-by", "Written down by", by,
             AboutWhom::Professional);
    if (agreed.withdrawn_at)
      add_line(about, HeldFact::Shared, agreed.shared.text() + "/taken-back",
               "The child took it back on", day_words(*agreed.withdrawn_at));
    return done();
  }

  Status marks() {
    NL_TRY(all, marks_of(session_, grant_));
    NL_TRY(conflicts, conflicts_on(session_, grant_));
    if (all.empty() && conflicts.empty()) return done();
    auto& about = entry("What closes the file to some, or keeps it");
    for (const auto& one : all) {
      const bool hold = one.mark == domain::Mark::LegalHold;
      add_line(about, hold ? HeldFact::LegalHold : HeldFact::Restriction, platform::iso(one.from),
               "A mark on the file",
               std::string(hold ? "Legal hold, " : "Restricted, ") +
                   span_words(one.from, one.until) + ": " + one.reason);
    }
    for (const auto& one : conflicts) {
      NL_TRY(name, name_of(one.person));
      add_line(about, HeldFact::ConflictOfInterest,
               one.person.text() + "/" + platform::iso(one.from), "Kept apart from the file",
               name + ", " + span_words(one.from, one.until) + ": " + one.words);
    }
    return done();
  }

  /// How the work ended, and how long the file is kept and why.
  Status keeping() {
    HeldEntry about{"How the work ended, and how long the file is kept"};
    const auto file = grant_.file().text();
    NL_TRY(outcomes, (session_.rows<Text, Text, Text>(
                         "select outcome, recorded_at, case_id from case_outcome "
                         "where file_id = :file order by recorded_at, outcome",
                         {{"file", file}})));
    for (const auto& [outcome, at, of] : outcomes)
      add_line(about, HeldFact::Case, of + "/outcome/" + outcome, "How a case ended",
               domain::code_in_words(outcome) + ", recorded on " + day_in(at));
    NL_TRY(features, (session_.rows<Text, Text>("select feature, recorded_at from file_feature "
                                                "where file_id = :file order by feature",
                                                {{"file", file}})));
    for (const auto& [feature, at] : features)
      add_line(about, HeldFact::Case, "feature/" + feature, "What asks for a longer time",
               domain::code_in_words(feature) + ", recorded on " + day_in(at));
    NL_TRY(decisions, (session_.rows<Text, Text, Text, Text, Text, Maybe>(
                          "select id, kind, ground, reason, decided_at, settled_words "
                          "from retention_decision where file_id = :file order by decided_at, id",
                          {{"file", file}})));
    for (const auto& [id, kind, ground, reason, at, words_then] : decisions)
      add_line(about, HeldFact::Words, id, "Decided on " + day_in(at),
               decided_words(kind) + " " + domain::code_in_words(ground) + ": " + reason +
                   (words_then ? ". " + *words_then : ""));
    NL_TRY(reduced, (session_.rows<Maybe, Text>(
                        "select last_action_on, reduced_at from basic_record where file_id = :file",
                        {{"file", file}})));
    for (const auto& [last, at] : reduced)
      add_line(about, HeldFact::Case, "reduced", "The file was reduced to its basic record",
               "On " + day_in(at) + (last ? ". The last that was done before: " + *last : Text()));
    if (!about.lines.empty()) entries_.push_back(std::move(about));
    return done();
  }

  Status documents() {
    NL_TRY(all, (session_.rows<Text, Text, std::int64_t, Text>(
                    "select hash, kind, bytes, added_at from upload where file_id = :file "
                    "order by added_at, hash",
                    {{"file", grant_.file().text()}})));
    if (all.empty()) return done();
    auto& about = entry("Documents that were sent in");
    for (const auto& [hash, kind, bytes, at] : all) {
      NL_TRY(added, platform::parse_instant(at));
      add_line(about, HeldFact::Document, hash, "A document",
               kind + ", " + std::to_string((bytes + 1023) / 1024) + " KB, sent in on " +
                   day_words(added) + ". Its fingerprint (SHA-256) is " + hash + ".");
    }
    return done();
  }

  Status reasons(platform::Instant asked_at) {
    NL_TRY(all, (session_.rows<Text, Text, Text>(
                    "select id, reason, from_at from glass where file_id = :file and from_at < "
                    ":asked order by from_at, id",
                    {{"file", grant_.file().text()}, {"asked", platform::iso(asked_at)}})));
    if (all.empty()) return done();
    auto& about = entry("Why people opened the file who do not work with the " +
                        Text(of_victim_ ? "victim" : "child"));
    for (const auto& [id, reason, at] : all) {
      NL_TRY(from, platform::parse_instant(at));
      add_line(about, HeldFact::ReasonGiven, id, day_words(from), reason);
    }
    return done();
  }

  Status requests(const Archive& archive, platform::Instant asked_at) {
    NL_TRY(all, subject_requests_of(session_, grant_, archive));
    HeldEntry about{"Earlier requests for what is held"};
    for (const auto& one : all) {
      if (one.recorded_at >= asked_at) continue;
      auto text = Text(domain::words(one.asked_by, of_victim_)) + " asked";
      if (one.closed_how) text += ". " + Text(domain::words(*one.closed_how));
      if (one.identity_words) text += ". Who they are: " + one.identity_words->reveal();
      if (one.basis_words) text += ". On what ground: " + one.basis_words->reveal();
      if (one.extended) text += ". Why it took longer: " + one.extended->reveal();
      if (one.closed_words) text += ". " + one.closed_words->reveal();
      add_line(about, HeldFact::Request, one.id.text(), "Received on " + words(one.received_on),
               text);
    }
    if (!about.lines.empty()) entries_.push_back(std::move(about));
    return done();
  }

  Session& session_;
  const Grant& grant_;
  bool of_victim_ = false;
  std::vector<HeldEntry> entries_{};
  std::map<domain::PersonId, std::string> names_{};
};

}  // namespace

Result<domain::HeldPart> held_facts(Session& session, const Grant& grant, const Archive& archive,
                                    platform::Instant asked_at) {
  Facts facts(session, grant);
  NL_CHECK(facts.gather(archive, asked_at));
  return domain::HeldPart{"facts", "The file", facts.take()};
}

}  // namespace northlight::store
