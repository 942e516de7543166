#include <map>

#include "domain/child_case.hpp"
#include "store/addresses.hpp"
#include "store/cases.hpp"
#include "store/children.hpp"
#include "store/holding.hpp"
#include "store/marks.hpp"
#include "store/people.hpp"
#include "store/personal_links.hpp"
#include "store/readable.hpp"
#include "store/sent_in.hpp"
#include "store/shared.hpp"
#include "store/subject_access.hpp"

namespace northlight::store {
namespace {

using domain::AboutWhom;
using domain::HeldEntry;
using domain::HeldFact;
using domain::HeldLine;
using northlight::words;  // Of days, beside those of sharing grounds.
using Text = std::string;
using Maybe = std::optional<std::string>;

std::string day_words(platform::Instant at) { return words(platform::day_in_london(at)); }

/// The day of a moment as the database holds it.
std::string day_in(const Text& moment) {
  const auto at = platform::parse_instant(moment);
  return at ? day_words(*at) : "a day that cannot be read";
}

std::string span_words(platform::Instant from, const std::optional<platform::Instant>& until) {
  return "from " + day_words(from) + (until ? " until " + day_words(*until) : "");
}

/// "practice-manager": "practice manager".
std::string role_words(std::string code) {
  for (auto& letter : code)
    if (letter == '-') letter = ' ';
  return code.empty() ? "nobody who is known" : code;
}

/// Gathers the entries of one file, one kind after another.
class Facts {
 public:
  Facts(Session& session, const Grant& grant) : session_(session), grant_(grant) {}

  Status gather(const Archive& archive, platform::Instant asked_at) {
    NL_CHECK(identity());
    NL_CHECK(cases());
    NL_CHECK(links(archive.keys));
    NL_CHECK(shared());
    NL_CHECK(marks());
    NL_CHECK(keeping());
    NL_CHECK(sent_in(archive.keys));
    NL_CHECK(documents());
    NL_CHECK(reasons(asked_at));
    NL_CHECK(looks(asked_at));
    return requests(archive, asked_at);
  }
  std::vector<HeldEntry> take() { return std::move(entries_); }

 private:
  HeldEntry& entry(std::string title) { return entries_.emplace_back(HeldEntry{std::move(title)}); }

  /// A place is told by its kind and an id, so that it is the same tomorrow.
  static void add(HeldEntry& to, HeldFact fact, const Text& id, std::string label, std::string text,
                  AboutWhom about = AboutWhom::Child) {
    HeldLine line{
        .place = std::string(code(fact)) + "/" + id + "/" + std::to_string(to.lines.size()),
        .fact = fact,
        .about = about,
        .names_somebody = about == AboutWhom::Professional};
    line.label = std::move(label);
    line.text = std::move(text);
    to.lines.push_back(std::move(line));
  }

  Result<std::string> name_of(domain::PersonId id) {
    if (const auto at = names_.find(id); at != names_.end()) return at->second;
    NL_TRY(found, person(session_, id));
    return names_.emplace(id, found ? found->name : "somebody who is gone").first->second;
  }

  Status identity() {
    const auto found = child(session_, grant_);
    if (!found) return found.error().code == ErrorCode::NotFound ? done() : Status(found.error());
    auto& about = entry("Who the child is");
    add(about, HeldFact::Identity, "child", "Given names", found->given_names.reveal());
    add(about, HeldFact::Identity, "child", "Family name", found->family_name.reveal());
    const auto& known_as = found->known_as.reveal();
    if (known_as) add(about, HeldFact::Identity, "child", "Known as", *known_as);
    const auto& born = found->born_on.reveal();
    add(about, HeldFact::Identity, "child", "Date of birth", born ? words(*born) : "Not known");
    NL_TRY(addresses, addresses_of(session_, grant_));
    for (const auto& one : addresses) {
      auto text = one.house.reveal() + (one.house.reveal().empty() ? "" : ", ") +
                  one.street.reveal() +
                  (one.postcode.reveal() ? ", " + *one.postcode.reveal() : "");
      add(about, HeldFact::Address, one.id.text(), "Address from " + words(one.from),
          text + " (recorded on " + day_words(one.recorded_at) + ")");
    }
    return done();
  }

  Status cases() {
    NL_TRY(all, cases_of(session_, grant_));
    NL_TRY(allocations, allocations_of(session_, grant_));
    for (const auto& one : all) {
      auto& about = entry("Case: " + Text(domain::words(one.kind)));
      const auto id = one.id.text();
      add(about, HeldFact::Case, id, "Opened", words(one.opened_on));
      add(about, HeldFact::Case, id, "Stage", Text(domain::words(one.stage)));
      if (one.closed_on) add(about, HeldFact::Case, id, "Closed", words(*one.closed_on));
      for (const auto& each : allocations) {
        if (each.child_case != one.id) continue;
        NL_TRY(found, team(session_, each.team));
        auto who = found ? found->name : Text("a team that is gone");
        if (each.person) {
          NL_TRY(name, name_of(*each.person));
          who = name + ", " + who;
        }
        add(about, HeldFact::Allocation, each.id.text(), "Worked on by",
            who + ", " + span_words(each.from, each.until), AboutWhom::Professional);
      }
    }
    return done();
  }

  Status links(const platform::Keys& keys) {
    Readable readable;
    NL_TRY(lines, readable.checked(session_.rows<Text, Text, Text, Text, Text, Maybe>(
                      "select s.id, s.relation, s.cause_kind, o.name, s.from_at, s.until_at "
                      "from sight s join organisation o on o.id = s.organisation_id "
                      "where s.file_id = :file and s.cause_kind in ('link', 'invitation') "
                      "order by s.from_at, s.id",
                      {{"file", grant_.file().text()}},
                      [&](const Text& id, const Text& relation, const Text& cause, const Text& of,
                          const Text& from, const Maybe& until) {
                        const bool link = cause == "link";
                        const auto whom = !link ? "Invited, from " + of
                                          : relation == "themself"
                                              ? Text("The child, by a personal link")
                                              : Text(
                                                    "A parent or carer, by a "
                                                    "personal link");
                        HeldLine line{.place = cause + "/" + id,
                                      .fact = link ? HeldFact::Link : HeldFact::Invitation};
                        line.label = whom;
                        line.text = span_words(readable.instant(from), readable.instant(until));
                        return line;
                      })));
    if (lines.empty()) return done();
    auto& about = entry("Who else may see something of the file");
    about.lines = std::move(lines);
    NL_TRY(open_now, personal_links_of(session_, grant_, keys));
    for (const auto& one : open_now)
      if (!one.whose.reveal().empty())
        add(about, HeldFact::Link, one.person.text(), "Whose one of these links is",
            one.whose.reveal(), AboutWhom::Family);
    NL_TRY(asked, asked_of_invited(session_, grant_, keys));
    for (const auto& [invitation, words] : asked)
      add(about, HeldFact::Invitation, invitation, "What one of them was asked", words.reveal());
    return done();
  }

  /// Who sent it is told with the words, or not at all where that says too much.
  Status sent_in(const platform::Keys& keys) {
    NL_TRY(all, store::sent_in(session_, grant_, keys));
    if (all.empty()) return done();
    auto& about = entry("What was sent in to the file");
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
      const auto id = one->id.text();
      add(about, HeldFact::SentIn, id, "Sent in on " + day_words(one->at), one->words.reveal(),
          domain::about_whom(one->kind));
      const auto sender = domain::about_whom_sender(one->kind);
      if (sender == AboutWhom::Child) continue;
      add(about, HeldFact::SentIn, id + "/by", "By",
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
      add(about, HeldFact::Shared, one.id.text(),
          std::string(whom) + ", " + span_words(one.from, one.until), one.words.reveal());
      for (const auto& agreed : agreements)
        if (agreed.shared == one.id) NL_CHECK(agreement(about, agreed));
    }
    return done();
  }

  Status agreement(HeldEntry& about, const Agreement& agreed) {
    NL_TRY(by, name_of(agreed.recorded_by));
    add(about, HeldFact::Shared, agreed.shared.text() + "/agreed",
        "The child agreed on " + words(agreed.agreed_on), agreed.words.reveal());
    add(about, HeldFact::Shared, agreed.shared.text() + "/written-by", "Written down by", by,
        AboutWhom::Professional);
    if (agreed.withdrawn_at)
      add(about, HeldFact::Shared, agreed.shared.text() + "/taken-back",
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
      add(about, hold ? HeldFact::LegalHold : HeldFact::Restriction, platform::iso(one.from),
          "A mark on the file",
          std::string(hold ? "Legal hold, " : "Restricted, ") + span_words(one.from, one.until) +
              ": " + one.reason);
    }
    for (const auto& one : conflicts) {
      NL_TRY(name, name_of(one.person));
      add(about, HeldFact::ConflictOfInterest, platform::iso(one.from), "Kept apart from the file",
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
      add(about, HeldFact::Case, of, "How a case ended", outcome + ", recorded on " + day_in(at));
    NL_TRY(features, (session_.rows<Text, Text>("select feature, recorded_at from file_feature "
                                                "where file_id = :file order by feature",
                                                {{"file", file}})));
    for (const auto& [feature, at] : features)
      add(about, HeldFact::Case, feature, "What asks for a longer time",
          feature + ", recorded on " + day_in(at));
    NL_TRY(decisions, (session_.rows<Text, Text, Text, Text, Text, Maybe>(
                          "select id, kind, ground, reason, decided_at, settled_words "
                          "from retention_decision where file_id = :file order by decided_at, id",
                          {{"file", file}})));
    for (const auto& [id, kind, ground, reason, at, words_then] : decisions)
      add(about, HeldFact::Words, id, "Decided on " + day_in(at),
          kind + ", " + ground + ": " + reason + (words_then ? ". " + *words_then : ""));
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
      add(about, HeldFact::Document, hash, "A document",
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
    auto& about = entry("Why people opened the file who do not work with the child");
    for (const auto& [id, reason, at] : all) {
      NL_TRY(from, platform::parse_instant(at));
      add(about, HeldFact::ReasonGiven, id, day_words(from), reason);
    }
    return done();
  }

  /// By day and role. Who of the staff it was is not said: they acted for the service.
  Status looks(platform::Instant asked_at) {
    std::map<std::pair<Date, Text>, std::int64_t> counts;
    Readable readable;
    // By the index as far as it is made, and by the rows themselves after that.
    const auto read = session_.each<Text, Text>(
        "select e.at, e.role from audit_named n join audit_entry e on e.chain = n.chain "
        "and e.number = n.number left join audit_named_until u on u.chain = n.chain "
        "where n.id = :file and n.number <= coalesce(u.number, 0) and e.file_id = :file "
        "and e.outcome = 'allowed' and e.at < :asked "
        "union all select e.at, e.role from audit_chain c "
        "left join audit_named_until u on u.chain = c.id join audit_entry e on e.chain = c.id "
        "and e.number > coalesce(u.number, 0) where e.file_id = :file "
        "and e.outcome = 'allowed' and e.at < :asked",
        {{"file", grant_.file().text()}, {"asked", platform::iso(asked_at)}},
        [&](const Text& at, const Text& role) {
          ++counts[{platform::day_in_london(readable.instant(at)), role}];
        });
    if (!read) return read.error();
    if (counts.empty()) return done();
    auto& about = entry("Who has looked at the file or worked in it, by day");
    for (const auto& [when, count] : counts) {
      HeldLine line{.place = "look/" + iso(when.first) + "/" + when.second, .fact = HeldFact::Look};
      line.label = words(when.first);
      line.text = role_words(when.second) +
                  (count == 1 ? ", once" : ", " + std::to_string(count) + " times");
      about.lines.push_back(std::move(line));
    }
    return done();
  }

  Status requests(const Archive& archive, platform::Instant asked_at) {
    NL_TRY(all, subject_requests_of(session_, grant_, archive));
    HeldEntry about{"Earlier requests for what is held"};
    for (const auto& one : all) {
      if (one.recorded_at >= asked_at) continue;
      auto text = Text(domain::words(one.asked_by)) + " asked";
      if (one.closed_how) text += ". " + Text(domain::words(*one.closed_how));
      if (one.identity_words) text += ". Who they are: " + one.identity_words->reveal();
      if (one.basis_words) text += ". On what ground: " + one.basis_words->reveal();
      if (one.extended) text += ". Why it took longer: " + one.extended->reveal();
      if (one.closed_words) text += ". " + one.closed_words->reveal();
      add(about, HeldFact::Request, one.id.text(), "Received on " + words(one.received_on), text);
    }
    if (!about.lines.empty()) entries_.push_back(std::move(about));
    return done();
  }

  Session& session_;
  const Grant& grant_;
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
