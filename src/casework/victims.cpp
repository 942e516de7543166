#include "casework/victims.hpp"

#include "accounts/may.hpp"
#include "accounts/scope.hpp"
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
  const auto given = trim(reference);
  if (given.empty() || domain::letters_in(given) > longest_reference)
    return invalid("Enter a reference of 40 letters or fewer.", "reference");
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
