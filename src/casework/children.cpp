#include "casework/children.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/hidden_marks.hpp"
#include "base/text.hpp"
#include "casework/begin_case.hpp"
#include "casework/date_of_birth.hpp"
#include "casework/file_desk.hpp"
#include "domain/address.hpp"
#include "platform/random.hpp"
#include "store/files.hpp"
#include "store/people.hpp"
#include "store/sent_in.hpp"

namespace northlight::casework {
namespace {

using accounts::act;
using accounts::Standing;
using accounts::Trace;
using domain::Action;
using domain::FileId;
using store::AuditOperation;
using store::Grant;
using store::Transaction;

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_street = 500;
constexpr int furthest_allocation = 90;

Status check_names(const NewChild& child) {
  if (trim(child.family_name).empty() && trim(child.given_names).empty())
    return invalid("Enter the child's name.", "family_name");
  for (const auto& [name, where] : {std::pair{&child.family_name, "family_name"},
                                    {&child.given_names, "given_names"},
                                    {&child.known_as, "known_as"}}) {
    if (name->size() > longest_name) return invalid("Enter a name of 200 letters or fewer.", where);
    NL_CHECK(check_no_hidden_marks(trim(*name), "name", where));
  }
  return done();
}

/// From now on, or from the morning of a day to come.
Result<platform::Instant> allocated_from(const Asker& asker, const Worker& worker) {
  const auto today = platform::day_in_london(asker.at);
  if (worker.part == domain::WorkPart::Alongside && !worker.person)
    return invalid("Choose who works alongside.", "person");
  if (!worker.from || *worker.from == today) return asker.at;
  if (*worker.from < today || *worker.from > add_days(today, furthest_allocation))
    return invalid("Enter today or a day in the next 90 days.", "from");
  return platform::start_of_day_in_london(*worker.from);
}

/// Who works in which team, and on which case.
std::string case_act(std::string_view code, domain::CaseId id, const Worker& worker,
                     const std::optional<domain::PersonId>& before, const std::string& from) {
  return act(code, {{"part", worker.part == domain::WorkPart::Alongside ? "alongside" : "lead"},
                    {"team", worker.team.text()},
                    {"before", accounts::id_or_nothing(before)},
                    {"from", from},
                    {"case", id.text()}});
}

/// Who leads the case until somebody takes their place.
Result<std::optional<domain::PersonId>> who_led(store::Session& session, const Grant& grant,
                                                domain::CaseId id) {
  NL_TRY(all, store::allocations_of(session, grant));
  for (const auto& each : all)
    if (each.child_case == id && each.part == domain::WorkPart::Lead && each.in_force(grant.at()))
      return each.person;
  return std::optional<domain::PersonId>{};
}

store::ChildRow row_of(FileId file, domain::OrganisationId service, const NewChild& child) {
  const auto known_as = trim(child.known_as);
  return {
      .file = file,
      .service = service,
      .family_name = Sensitive(std::string(trim(child.family_name))),
      .given_names = Sensitive(std::string(trim(child.given_names))),
      .known_as = Sensitive(known_as.empty() ? std::nullopt : std::optional(std::string(known_as))),
      .born_on = Sensitive(child.born_on)};
}

/// Nothing where nothing was typed.
Result<std::optional<store::AddressRow>> address_row(const NewAddress& typed, const Asker& asker) {
  if (typed.empty()) return std::optional<store::AddressRow>{};
  const auto street = std::string(trim(typed.street));
  const auto house = std::string(trim(typed.house));
  if (street.empty())
    return invalid("Enter the street and town, or that there is no fixed address.", "street");
  if (street.size() > longest_street || house.size() > longest_name)
    return invalid("Enter an address of 500 letters or fewer.", "street");
  std::optional<std::string> postcode;
  if (!trim(typed.postcode).empty()) {
    NL_TRY(written, domain::written_postcode(typed.postcode));
    postcode = std::move(written);
  }
  if (!typed.from) return invalid("Enter since when the child lives there.", "lives_from");
  if (*typed.from > platform::day_in_london(asker.at))
    return invalid("Enter today or a day in the past.", "lives_from");
  return std::optional(store::AddressRow{.id = platform::random_id<store::AddressId>(),
                                         .house = Sensitive(house),
                                         .street = Sensitive(street),
                                         .postcode = Sensitive(std::move(postcode)),
                                         .from = *typed.from,
                                         .recorded_at = asker.at,
                                         .recorded_by = asker.person});
}

Status keep_address(Transaction& transaction, const Grant& grant,
                    const std::optional<store::AddressRow>& lives) {
  NL_TRY(known, store::addresses_of(transaction, grant));
  if (!lives) {
    if (known.empty()) return done();
    return invalid(
        "An address that was recorded stays. Enter where the child lives now, or “No fixed "
        "address” with the day.",
        "street");
  }
  const auto same = [&](const store::AddressRow& row) {
    return row.from == lives->from && row.house == lives->house && row.street == lives->street &&
           row.postcode == lives->postcode;
  };
  const auto turn = store::addresses_in_turn(known);
  if (std::ranges::any_of(turn, [&](const auto* row) { return same(*row); })) return done();
  return store::add_address(transaction, grant, *lives);
}

}  // namespace

Result<FileId> add_child(Gate& gate, const Asker& asker, domain::OrganisationId service,
                         const NewChild& child, const NewCase& first) {
  NL_CHECK(check_names(child));
  if (child.born_on)
    NL_CHECK(check_age(*child.born_on, platform::day_in_london(asker.at), "born_on"));
  if (first.kind == domain::CaseKind::Victim)
    return invalid("Choose the kind of a child's case.", "kind");
  return gate.add_file(
      asker, Action::AddChild, service, store::FileKind::Child,
      {.operation = AuditOperation::Collection, .about = first.worker.person},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<FileId> {
        NL_CHECK(store::put_child(transaction, grant, row_of(grant.file(), service, child)));
        NL_TRY(made, begin_case(transaction, gate.policy(), grant, service, first));
        static_cast<void>(made);
        return grant.file();
      });
}

Status correct_child(Gate& gate, const Asker& asker, FileId file, const NewChild& child,
                     const std::optional<NewAddress>& address) {
  NL_CHECK(check_names(child));
  NL_TRY(lives, address_row(address.value_or(NewAddress{}), asker));
  if (lives && child.born_on && lives->from < *child.born_on)
    return invalid("The child was not born then. Enter a later day.", "lives_from");
  return gate.change(
      asker, Action::WriteRecord, file,
      {.operation = AuditOperation::Alteration, .called = act("child-corrected")},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
        NL_TRY(now, store::child(transaction, grant));
        NL_CHECK(check_born_on(transaction, grant, child.born_on, "born_on"));
        NL_CHECK(store::put_child(transaction, grant, row_of(file, now.service, child)));
        return address ? keep_address(transaction, grant, lives) : done();
      });
}

Result<domain::CaseId> open_case(Gate& gate, const Asker& asker, FileId file, const NewCase& made) {
  return gate.change(
      asker, Action::Allocate, file,
      {.operation = AuditOperation::Alteration,
       .about = made.worker.person,
       .called = act("case-opened")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<domain::CaseId> {
        NL_TRY(service, store::service_of(transaction, grant));
        NL_TRY(id, begin_case(transaction, gate.policy(), grant, service, made));
        told.called = act("case-opened", {{"kind", std::string(code(made.kind))},
                                          {"day", iso(made.opened_on)},
                                          {"team", made.worker.team.text()},
                                          {"case", id.text()}});
        return id;
      });
}

Result<bool> allocate(Gate& gate, const Asker& asker, FileId file, domain::CaseId id,
                      const Worker& worker) {
  NL_TRY(from, allocated_from(asker, worker));
  return gate.change(
      asker, Action::Allocate, file,
      {.operation = AuditOperation::Permission,
       .about = worker.person,
       .called = act("case-allocated")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<bool> {
        NL_TRY(service, store::service_of(transaction, grant));
        NL_CHECK(check_worker(transaction, gate.policy(), grant, service, worker));
        std::optional<domain::PersonId> before;
        if (worker.part == domain::WorkPart::Lead) {
          NL_TRY(led, who_led(transaction, grant, id));
          before = led;
        }
        told.called =
            case_act("case-allocated", id, worker, before, iso(platform::day_in_london(from)));
        NL_CHECK(store::allocate(transaction, grant,
                                 {.id = platform::random_id<domain::AllocationId>(),
                                  .child_case = id,
                                  .file = file,
                                  .team = worker.team,
                                  .person = worker.person,
                                  .from = from,
                                  .part = worker.part},
                                 service));
        return still_reads(gate, asker, transaction, file);
      });
}

Result<bool> end_allocation(Gate& gate, const Asker& asker, FileId file, domain::AllocationId id) {
  return gate.change(
      asker, Action::Allocate, file,
      {.operation = AuditOperation::Permission, .called = act("allocation-ended")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<bool> {
        NL_TRY(all, store::allocations_of(transaction, grant));
        const auto whose = std::ranges::find(all, id, &store::AllocationRow::id);
        if (whose != all.end()) {
          told.about = whose->person;
          told.called = case_act("allocation-ended", whose->child_case,
                                 {.team = whose->team, .part = whose->part}, {}, "");
        }
        NL_CHECK(store::end_allocation(transaction, grant, id));
        return still_reads(gate, asker, transaction, file);
      });
}

Status set_stage(Gate& gate, const Asker& asker, FileId file, domain::CaseId id,
                 domain::CaseStage stage) {
  if (stage == domain::CaseStage::Closed)
    return invalid("Close the case instead: its last day is asked for.", "stage");
  return gate.change(
      asker, Action::WriteRecord, file,
      {.operation = AuditOperation::Alteration,
       .called = act("stage-set", {{"stage", std::string(code(stage))}, {"case", id.text()}})},
      [&](Transaction& transaction, const Grant& grant, Trace&) {
        return store::set_stage(transaction, grant, id, stage);
      });
}

Status close_case(Gate& gate, const Asker& asker, FileId file, domain::CaseId id, Date day) {
  if (day > platform::day_in_london(asker.at))
    return invalid("A case cannot be closed on a day to come.", "closed_on");
  return gate.change(asker, Action::Allocate, file,
                     {.operation = AuditOperation::Alteration,
                      .called = act("case-closed", {{"day", iso(day)}, {"case", id.text()}})},
                     [&](Transaction& transaction, const Grant& grant, Trace&) -> Status {
                       NL_TRY(cases, store::cases_of(transaction, grant));
                       for (const auto& each : cases)
                         if (each.id == id && day < each.opened_on)
                           return invalid("A case cannot be closed before it was opened, on " +
                                              words(each.opened_on) + ".",
                                          "closed_on");
                       return store::close_case(transaction, grant, id, day);
                     });
}

Result<CaseFile> open_file(Gate& gate, const Asker& asker, FileId file, Action action) {
  return gate.read(asker, action, file, {},
                   [&](store::Session& session, const Grant& grant, const Standing& how) {
                     return case_file(gate, asker, session, grant, how);
                   });
}

Result<CaseFile> open_child(Gate& gate, const Asker& asker, FileId file, Action action) {
  return gate.read(
      asker, action, file, {},
      [&](store::Session& session, const Grant& grant, const Standing& how) -> Result<CaseFile> {
        NL_CHECK(store::child(session, grant));
        return case_file(gate, asker, session, grant, how);
      });
}

Result<FileOverview> open_overview(Gate& gate, const Asker& asker, FileId file) {
  return gate.read(asker, Action::ReadFile, file, {},
                   [&](store::Session& session, const Grant& grant,
                       const Standing& how) -> Result<FileOverview> {
                     NL_TRY(opened, case_file(gate, asker, session, grant, how));
                     NL_TRY(name, store::victim_name(session, grant));
                     NL_TRY(records, store::records_of(session, grant));
                     std::vector<domain::PersonId> people;
                     std::vector<domain::TeamId> teams;
                     for (const auto& one : opened.allocations) {
                       if (one.person) people.push_back(*one.person);
                       teams.push_back(one.team);
                     }
                     for (const auto& one : records) people.push_back(one.begun_by);
                     NL_TRY(names, store::names_of(session, people));
                     NL_TRY(team_names, store::names_of(session, teams));
                     NL_TRY(unread, store::count_unread(session, grant));
                     return FileOverview{std::move(opened),     std::move(name),
                                         std::move(records),    std::move(names),
                                         std::move(team_names), unread};
                   });
}

}  // namespace northlight::casework
