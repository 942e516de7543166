#include "cli/demo_retention.hpp"

#include <array>

#include "casework/children.hpp"
#include "casework/file_marks.hpp"
#include "casework/retention.hpp"
#include "cli/demo_people.hpp"
#include "store/people.hpp"

namespace northlight::cli {
namespace {

using domain::CaseKind;
using domain::FileId;

/// What becomes of a file besides.
enum class Then { Nothing, Held, Waiting, Erased };

struct Former {
  std::string_view family_name;
  std::string_view given_names;
  CaseKind kind;
  std::string_view outcome;  ///< Empty: not recorded, or the kind says it.
  int years_ago;             ///< That the work ended.
  int days_later;
  bool born_known = true;
  Then then = Then::Nothing;
};

// Nobody is called so.
constexpr std::array formers{
    Former{"Bygonely", "Linnet", CaseKind::Diversion, "", 5, 40},
    Former{"Formerby", "Orache", CaseKind::OutOfCourt, "youth-caution", 4, 15},
    Former{"Longsince", "Bunting", CaseKind::Court, "youth-rehabilitation-order", 6, 0},
    Former{"Whilomfield", "Samphire", CaseKind::Court, "referral-order", 3, 120},
    Former{"Erstwhilton", "Dunlin", CaseKind::Prevention, "", 4, 90, true, Then::Waiting},
    Former{"Onceworth", "Campion", CaseKind::OutOfCourt, "community-resolution", 5, 0, true,
           Then::Held},
    Former{"Yesteryear", "Fulmar", CaseKind::Custody, "section-250", 7, 30},
    Former{"Notwritten", "Sanderling", CaseKind::Court, "", 5, 12},
    Former{"Nobirthday", "Whimbrel", CaseKind::Turnaround, "", 4, 0, false},
    Former{"Gonefromhere", "Avocet", CaseKind::Diversion, "", 6, 60, true, Then::Erased},
};

class DemoRetention {
 public:
  DemoRetention(store::Database& database, accounts::Gate& gate,
                const domain::RetentionPolicy& policy, platform::Instant now)
      : database_(database), gate_(gate), policy_(policy), now_(now) {}

  Status add() {
    NL_TRY(all,
           database_.read([](store::Session& session) { return store::organisations(session); }));
    for (const auto& each : all)
      if (each.kind == store::OrganisationKind::Service) service_ = each.id;
    for (const auto& former : formers) NL_CHECK(add(former));
    return done();
  }

 private:
  Result<accounts::Asker> holder(std::string_view role) {
    return demo_holder(database_, role, service_, now_);
  }

  Status add(const Former& former) {
    NL_TRY(manager, holder("practice-manager"));
    NL_TRY(head, holder("head-of-service"));
    const auto today = platform::day_in_london(now_);
    const auto ended = add_days(domain::years_after(today, -former.years_ago), former.days_later);
    casework::NewChild child{.family_name = std::string(former.family_name),
                             .given_names = std::string(former.given_names)};
    if (former.born_known)
      child.born_on = add_days(domain::years_after(today, -19 - former.years_ago % 3), 77);
    const auto& team = manager.roles.front().team;
    if (!team) return Error{ErrorCode::NotFound, "The demonstration's manager has no team"};
    NL_TRY(file,
           casework::add_child(
               gate_, manager, service_, child,
               {.kind = former.kind, .opened_on = add_days(ended, -150), .worker = {*team, {}}}));
    NL_TRY(opened, casework::open_child(gate_, head, file));
    const auto id = opened.cases.front().id;
    NL_CHECK(casework::close_case(gate_, head, file, id, ended));
    if (!former.outcome.empty())
      NL_CHECK(casework::record_retention_facts(gate_, policy_, manager, file,
                                                {.outcomes = {{id, std::string(former.outcome)}}}));
    return then(former.then, file, manager, head);
  }

  Status then(Then what, FileId file, const accounts::Asker& manager, const accounts::Asker& head) {
    if (what == Then::Nothing) return done();
    if (what == Then::Held)
      return casework::hold_file(gate_, head, file, "A claim against the service. Invented.");
    NL_TRY(decided,
           casework::decide_retention(gate_, policy_, manager, file,
                                      {.kind = store::DecisionKind::Erase,
                                       .ground = "period-over",
                                       .reason = "Nothing speaks for keeping it. Invented."}));
    static_cast<void>(decided);
    if (what == Then::Waiting) return done();
    NL_TRY(review, casework::open_review(gate_, policy_, head, file));
    NL_TRY(gone,
           casework::confirm_retention(gate_, policy_, head, file, review.item.file.waiting()->id));
    static_cast<void>(gone);
    return done();
  }

  store::Database& database_;
  accounts::Gate& gate_;
  const domain::RetentionPolicy& policy_;
  platform::Instant now_;
  domain::OrganisationId service_{IdBits{}};
};

}  // namespace

Status add_demo_retention(store::Database& database, accounts::Gate& gate,
                          const domain::RetentionPolicy& policy, platform::Instant now) {
  return DemoRetention(database, gate, policy, now).add();
}

}  // namespace northlight::cli
