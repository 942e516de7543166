#include "tests/access/full_file.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/random.hpp"
#include "store/asked_actions.hpp"
#include "store/cases.hpp"
#include "store/people.hpp"
#include "store/retention.hpp"
#include "store/subject_access.hpp"
#include "store/uploads.hpp"
#include "tests/store/granted.hpp"

namespace northlight::testing {
namespace {

using domain::FileId;
using domain::PersonId;
using store::Grant;
using store::Transaction;

/// Writes into one file as somebody else of its service, so that nobody who is tried prepared or
/// proposed what they then answer or confirm.
struct Filling {
  SiteUnderTest& site;
  const FileUnderTest& file;
  FileId id;
  PersonId colleague;
  domain::OrganisationId service;

  store::Archive archive() const { return {*site.site().forms, site.site().people->keys}; }
  platform::Instant now() const { return site.people().clock.now(); }
  Grant grant() const {
    return store::GrantForTests::of(id, colleague, now() - std::chrono::minutes(30));
  }
};

/// Somebody works alongside, so that it can be ended by itself.
Status put_allocation(Transaction& transaction, const Filling& filling, InAddress& named) {
  const auto allocation = platform::random_id<domain::AllocationId>();
  // Of a team that nobody is in: the allocation gives sight to the colleague alone.
  const auto team = platform::random_id<domain::TeamId>();
  NL_CHECK(store::add_team(transaction,
                           {.id = team, .organisation = filling.service, .name = team.text()}));
  NL_CHECK(store::allocate(transaction, filling.grant(),
                           {.id = allocation,
                            .child_case = *domain::CaseId::parse(filling.file.child_case),
                            .file = filling.id,
                            .team = team,
                            .person = filling.colleague,
                            .from = filling.now() - std::chrono::minutes(20),
                            .part = domain::WorkPart::Alongside},
                           filling.service));
  named[":allocation"] = allocation.text();
  return done();
}

Status put_asked(Transaction& transaction, const Filling& filling, InAddress& named) {
  const auto asked = platform::random_id<domain::RowId>();
  NL_CHECK(store::ask_action(transaction, filling.grant(),
                             *domain::RecordId::parse(filling.file.record),
                             {.id = asked.bits(),
                              .n = 1,
                              .what = Sensitive<std::string>("Say who was there"),
                              .owner = filling.colleague}));
  named[":asked"] = asked.text();
  return done();
}

Status put_upload(Transaction& transaction, const Filling& filling, InAddress& named) {
  NL_TRY(hash,
         store::keep_upload(transaction, filling.grant(), filling.site.people().people.uploads,
                            domain::UploadKind::PlainText, "A letter. Invented."));
  named[":hash"] = hash;
  return done();
}

Status put_request(Transaction& transaction, const Filling& filling, const RouteRow& row,
                   InAddress& named) {
  const auto request = platform::random_id<store::SubjectRequestId>();
  const auto today = platform::day_in_london(filling.now());
  NL_CHECK(store::add_subject_request(transaction, filling.grant(), filling.archive(),
                                      {.id = request,
                                       .file = filling.id,
                                       .received_on = add_days(today, -3),
                                       .recorded_at = filling.grant().at(),
                                       .recorded_by = filling.colleague,
                                       .due_on = add_days(today, 25)}));
  named[":request"] = request.text();
  named[":part"] = "facts";
  if (row.pattern.find(":format") == std::string::npos) return done();
  named[":format"] = "html";
  return store::keep_copy(transaction, filling.grant(), filling.archive(), request, "html",
                          Sensitive<std::string>("<p>What is held. Invented.</p>"));
}

Status put_decision(Transaction& transaction, const Filling& filling, InAddress& named) {
  const auto decision = platform::random_id<store::RetentionDecisionId>();
  NL_CHECK(store::add_decision(transaction, filling.grant(),
                               {.id = decision,
                                .kind = store::DecisionKind::Erase,
                                .ground = "right-to-erasure",
                                .reason = "Its time is over. Invented.",
                                .decided_by = filling.colleague,
                                .decided_at = filling.grant().at()}));
  named[":decision"] = decision.text();
  return done();
}

}  // namespace

InAddress add_full_file(SiteUnderTest& site, PersonId person, const FileCase& made,
                        const RouteRow& row) {
  const auto file = add_file(site, person, made);
  InAddress named{{":file", file.file},
                  {":record", file.record},
                  {":version", "1"},
                  {":case", file.child_case}};
  const auto wants = [&](std::string_view name) {
    return row.pattern.find(name) != std::string::npos || row.body.find(name) != std::string::npos;
  };
  if (!wants(":allocation") && !wants(":asked") && !wants(":request") && !wants(":hash") &&
      !wants(":decision"))
    return named;
  const auto service = service_of_file(site, made);
  const Filling filling{site, file, *FileId::parse(file.file), add_somebody(site, service),
                        service};
  const auto written = site.database().write([&](Transaction& transaction) -> Status {
    if (wants(":allocation")) NL_CHECK(put_allocation(transaction, filling, named));
    if (wants(":asked")) NL_CHECK(put_asked(transaction, filling, named));
    if (wants(":hash")) NL_CHECK(put_upload(transaction, filling, named));
    if (wants(":request")) NL_CHECK(put_request(transaction, filling, row, named));
    if (wants(":decision")) NL_CHECK(put_decision(transaction, filling, named));
    return done();
  });
  if (!written) throw std::runtime_error(written.error().message);
  return named;
}

}  // namespace northlight::testing
