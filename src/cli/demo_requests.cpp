#include "cli/demo_requests.hpp"

#include <algorithm>

#include "accounts/load_asker.hpp"
#include "casework/children.hpp"
#include "casework/records.hpp"
#include "casework/subject_access.hpp"
#include "casework/victims.hpp"
#include "forms/answers_json.hpp"
#include "store/people.hpp"
#include "web/pages/printed_copies.hpp"

namespace northlight::cli {
namespace {

using accounts::Asker;
using domain::FileId;

/// A contact that names somebody else, so that there is something to decide on.
constexpr std::string_view contact_of_today = R"json({
  "with": "The child and his mum, Marigold", "mode": "home", "outcome": "kept", "safety": false,
  "what_happened": "We looked at the plan for the summer. Marigold said that Nettle from next door has moved away, which made things easier. We agreed to meet at the boxing club next week.",
  "child_said": "I want to train again, and I do not want to see Nettle."})json";

/// What came in by post. It tells of nobody else, so that it can go with an answer.
constexpr std::string_view letter_of_the_club =
    "Fernside Boxing Club (invented)\n\nThere is a place on Tuesdays from six to half past seven. "
    "Gloves can be borrowed for the first month.\n\nThe club secretary\n";

class DemoRequests {
 public:
  DemoRequests(store::Database& database, accounts::Gate& gate, const store::Archive& archive,
               const domain::SubjectAccessPolicy& policy, const store::UploadFolder& uploads,
               platform::Instant now)
      : database_(database),
        gate_(gate),
        archive_(archive),
        desk_{archive, policy},
        uploads_(uploads),
        now_(now) {}

  Status add() {
    NL_TRY(managers, holders("practice-manager"));
    NL_TRY(workers, holders("practitioner"));
    NL_TRY(heads, holders("head-of-service"));
    NL_CHECK(of_a_victim());
    for (const auto& manager : managers)
      for (const auto& worker : workers) {
        NL_TRY(files, of_both(worker, manager));
        if (files.size() < 2) continue;
        for (const auto& file : files) NL_CHECK(write_contact(worker, file));
        NL_CHECK(under_review(manager, files[0]));
        return answered(manager, heads.front(), files[1]);
      }
    return Error{ErrorCode::NotFound,
                 "The demonstration has no manager with two children in a team"};
  }

 private:
  Date today() const { return platform::day_in_london(now_); }

  /// The demonstration's people of that role, as they ask.
  Result<std::vector<Asker>> holders(std::string_view role) {
    return database_.read([&](store::Session& session) -> Result<std::vector<Asker>> {
      std::vector<Asker> found;
      NL_TRY(all, store::organisations(session));
      for (const auto& each : all) {
        if (each.kind != store::OrganisationKind::Service) continue;
        NL_TRY(held, store::holders_of_role(session, each.id, role, today()));
        for (const auto& one : held) {
          NL_TRY(asker, accounts::load_asker(session, one.person, now_, "demonstration", ""));
          found.push_back(std::move(asker));
        }
      }
      if (found.empty())
        return Error{ErrorCode::NotFound,
                     "The demonstration has nobody who is " + std::string(role)};
      return found;
    });
  }

  /// Two children of that practitioner in that manager's team: not those who are lent to them.
  Result<std::vector<FileId>> of_both(const Asker& worker, const Asker& manager) {
    NL_TRY(own, casework::list_children(gate_, worker, {domain::Relation::OwnCase}, {}, 60));
    NL_TRY(team, casework::list_children(gate_, manager, {domain::Relation::TeamCase}, {}, 60));
    std::vector<FileId> files;
    for (const auto& child : own.children)
      if (files.size() < 2 && !child.restricted && !child.held &&
          std::ranges::find(team.children, child.file, &store::ListedChild::file) !=
              team.children.end())
        files.push_back(child.file);
    return files;
  }

  Status write_contact(const Asker& worker, FileId file) {
    NL_TRY(record,
           casework::begin_record(gate_, archive_, worker, file, forms::FormCode{"contact"}));
    NL_TRY(opened, casework::open_record(gate_, archive_, worker, file, record));
    NL_TRY(json, Json::parse(contact_of_today));
    json.set("held_on", iso(add_days(today(), -26)));
    NL_TRY(answers, forms::parse_answers(*opened.form, json, forms::Boxes::Refused));
    NL_TRY(kept, casework::keep_page(gate_, archive_, worker, file, record, opened.draft.seq,
                                     "demonstration", answers));
    NL_TRY(signed_off, casework::sign_record(gate_, archive_, worker, file, record, kept.seq));
    if (!signed_off.done()) return signed_off.problems.front();
    NL_CHECK(casework::add_upload(gate_, uploads_, worker, file, record, "boxing-club.txt",
                                  letter_of_the_club));
    return done();
  }

  Result<store::SubjectRequestId> ask(const Asker& manager, FileId file, domain::Requester who,
                                      std::int64_t days_ago) {
    NL_TRY(id, casework::begin_subject_request(gate_, desk_, manager, file,
                                               {who, add_days(today(), -days_ago)}));
    NL_CHECK(casework::note_identity(gate_, desk_, manager, file, id,
                                     add_days(today(), 2 - days_ago),
                                     "We know them: they came to our office. Invented."));
    return id;
  }

  Status read(const Asker& manager, FileId file, store::SubjectRequestId id, std::size_t most) {
    NL_TRY(review, casework::open_review(gate_, desk_, manager, file, id));
    for (std::size_t i = 0; i < review.parts.size() && i < most; ++i) {
      casework::PartReview sent{.part = review.holding.parts[i].code,
                                .hash = review.parts[i].hash,
                                .confirm_rest = true,
                                .read = true};
      for (const auto& entry : review.holding.parts[i].entries)
        for (const auto& line : entry.lines)
          if (line.text.find("Nettle") != std::string::npos)  // A neighbour, whom no rule knows.
            sent.additions.push_back({line.place, "Nettle"});
      for (const auto& one : review.hidings) {
        const auto& at = one.decided.hiding.at;
        if (at.part == i && !domain::document_of(domain::line_at(review.holding, at)).empty())
          sent.decisions.push_back(
              {one.key, store::HidingDecision::Lifted, "It tells of nobody else. Invented."});
      }
      NL_CHECK(casework::review_part(gate_, desk_, manager, file, id, sent));
    }
    return done();
  }

  Status under_review(const Asker& manager, FileId file) {
    NL_TRY(id, ask(manager, file, domain::Requester::Parent, 19));
    NL_CHECK(casework::note_basis(gate_, desk_, manager, file, id,
                                  domain::AnswerBasis::AgreedByChild,
                                  "The child said so to their worker, alone, and may change their "
                                  "mind. Invented."));
    return read(manager, file, id, 1);
  }

  /// Their own, begun to be read by who works with them.
  Status of_a_victim() {
    NL_TRY(workers, holders("victim-worker"));
    for (const auto& worker : workers) {
      NL_TRY(own, casework::list_victims(gate_, worker, {domain::Relation::OwnCase}, {}, 60));
      const auto first = std::ranges::find(own.victims, "V-0001", &store::ListedVictim::reference);
      if (first == own.victims.end()) continue;
      NL_TRY(id, ask(worker, first->file, domain::Requester::Child, 9));
      return read(worker, first->file, id, 1);
    }
    return Error{ErrorCode::NotFound, "The demonstration has nobody who works with V-0001"};
  }

  Status answered(const Asker& manager, const Asker& head, FileId file) {
    NL_TRY(id, ask(manager, file, domain::Requester::Child, 25));
    NL_CHECK(read(manager, file, id, static_cast<std::size_t>(-1)));
    NL_TRY(ready, casework::ready_to_give(gate_, desk_, head, file, id));
    auto copies = web::printed_copies(ready, desk_.policy, today(), web::copies_here());
    // A machine that does not let Chromium print shows the rest.
    if (!copies)
      copies = web::printed_copies(ready, desk_.policy, today(), web::Copies::WithoutPdf);
    NL_CHECK(copies);
    return casework::give_answer(gate_, desk_, head, file, id, ready.fingerprint, *copies);
  }

  store::Database& database_;
  accounts::Gate& gate_;
  const store::Archive& archive_;
  casework::AccessDesk desk_;
  const store::UploadFolder& uploads_;
  platform::Instant now_;
};

}  // namespace

Status add_demo_requests(store::Database& database, accounts::Gate& gate,
                         const store::Archive& archive, const domain::SubjectAccessPolicy& policy,
                         const store::UploadFolder& uploads, platform::Instant now) {
  return DemoRequests(database, gate, archive, policy, uploads, now).add();
}

}  // namespace northlight::cli
