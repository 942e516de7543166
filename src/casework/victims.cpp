#include "casework/victims.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "base/hidden_marks.hpp"
#include "base/text.hpp"
#include "casework/begin_case.hpp"
#include "casework/file_desk.hpp"
#include "domain/sent_in.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using domain::FileId;
using store::Grant;
using store::Transaction;

constexpr std::size_t longest_reference = 40;

Result<std::string_view> reference_typed(std::string_view reference) {
  const auto given = trim(reference);
  if (given.empty() || domain::letters_in(given) > longest_reference)
    return invalid("Enter a reference of 40 letters or fewer.", "reference");
  NL_CHECK(check_no_hidden_marks(given, "reference", "reference"));
  return given;
}

Status check_first_day(const store::CaseRow& first, Date day, Date today) {
  NL_CHECK(check_opened(day, today));
  if (first.closed_on && day > *first.closed_on)
    return invalid(
        "The work ended on " + words(*first.closed_on) + ". Enter that day or a day before.",
        "opened_on");
  return done();
}

/// Lists show it to whoever may know that there is a victim, and no more.
Status check_says_no_name(Transaction& transaction, const Grant& grant, std::string_view given) {
  NL_TRY(names_them, store::says_victim_name(transaction, grant, given));
  if (!names_them) return done();
  return invalid("This is the victim’s name, which lists must not show. Enter a reference.",
                 "reference");
}

/// Whoever does not read the file at once is not told that it is held.
Status tell_readers(const Gate& gate, const Asker& asker, store::Session& session,
                    std::vector<store::ListedVictim>& victims) {
  for (auto& one : victims) {
    if (!one.held) continue;
    NL_TRY(may, may_do(gate, asker, session, one.file));
    one.held = may.has(Action::ReadFile);
  }
  return done();
}

std::vector<accounts::Shown> shown_victims(const VictimsPage& page) {
  std::vector<accounts::Shown> all;
  for (const auto& one : page.victims) all.push_back({one.file, one.service});
  return all;
}

}  // namespace

Result<FileId> add_victim(Gate& gate, const Asker& asker, domain::OrganisationId service,
                          std::string_view reference, const NewCase& first) {
  NL_TRY(given, reference_typed(reference));
  auto made = first;
  made.kind = domain::CaseKind::Victim;
  return gate.add_file(
      asker, Action::AddVictim, service, store::FileKind::Victim,
      {.operation = store::AuditOperation::Collection, .about = first.worker.person},
      [&](Transaction& transaction, const Grant& grant, Trace&) -> Result<FileId> {
        NL_CHECK(store::put_victim(transaction, grant, service, given));
        NL_CHECK(begin_case(transaction, gate.policy(), grant, service, made));
        return grant.file();
      });
}

const store::CaseRow* first_case(const std::vector<store::CaseRow>& cases) {
  const auto first = std::ranges::min_element(cases, {}, &store::CaseRow::opened_on);
  return first == cases.end() ? nullptr : &*first;
}

Status correct_victim(Gate& gate, const Asker& asker, FileId file, std::string_view reference,
                      Date first_day) {
  NL_TRY(given, reference_typed(reference));
  return gate.change(
      asker, Action::WriteRecord, file,
      {.operation = store::AuditOperation::Alteration, .called = accounts::act("victim-corrected")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Status {
        NL_TRY(now, store::victim(transaction, grant));
        NL_TRY(cases, store::cases_of(transaction, grant));
        const auto* const first = first_case(cases);
        const bool other = now.reference != given;
        const bool other_day = first != nullptr && first->opened_on != first_day;
        if (!other && !other_day) {  // As if the form had been opened once more.
          told.operation = store::AuditOperation::Consultation;
          told.called = domain::code(Action::WriteRecord);
          return done();
        }
        // What stood there before may be a name: the trail says no more than that it went.
        told.called = accounts::act("victim-corrected",
                                    {{"reference", other ? "another" : ""},
                                     {"day", other_day ? iso(first_day) : ""},
                                     {"day-before", other_day ? iso(first->opened_on) : ""},
                                     {"case", other_day ? first->id.text() : ""}});
        if (other) {
          NL_CHECK(check_says_no_name(transaction, grant, given));
          NL_CHECK(store::set_reference(transaction, grant, given));
        }
        if (!other_day) return done();
        NL_CHECK(check_first_day(*first, first_day, platform::day_in_london(asker.at)));
        return store::set_first_day(transaction, grant, *first, first_day);
      });
}

Result<bool> is_of_victim(Gate& gate, const Asker& asker, FileId file) {
  return gate.read(asker, Action::FindFile, file, {},
                   [](store::Session& session, const Grant& grant) -> Result<bool> {
                     NL_TRY(kind, store::kind_of(session, grant));
                     return kind == store::FileKind::Victim;
                   });
}

Result<VictimsPage> list_victims(Gate& gate, const Asker& asker, const accounts::Among& whose,
                                 const std::optional<FileId>& after, std::size_t most) {
  return gate.list(
      asker, whose,
      [&](store::Session& session, const store::ListGrant& grant) -> Result<VictimsPage> {
        VictimsPage page;
        NL_TRY(rows, store::victims(session, grant, after, most + 1));
        page.victims = std::move(rows);
        if (page.victims.size() > most) {
          page.victims.pop_back();
          if (!page.victims.empty()) page.next = page.victims.back().file;
        }
        std::vector<FileId> files;
        for (const auto& one : page.victims) files.push_back(one.file);
        NL_TRY(cases, store::open_cases(session, grant, files));
        page.cases = std::move(cases);
        NL_CHECK(tell_readers(gate, asker, session, page.victims));
        return page;
      },
      shown_victims);
}

}  // namespace northlight::casework
