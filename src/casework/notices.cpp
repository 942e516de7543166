#include "casework/notices.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "accounts/may.hpp"
#include "accounts/scope.hpp"
#include "store/files.hpp"

namespace northlight::casework {
namespace {

constexpr std::size_t most_notices = 100;

/// Whoever is told of somebody sees who works there: who no longer does is told nothing more.
bool is_told(const Gate& gate, const Asker& asker, const store::NoticeRow& row) {
  return row.service && std::holds_alternative<accounts::Allowed>(
                            may(gate.policy(), asker, domain::Action::SeePeople, *row.service));
}

}  // namespace

Result<std::vector<Notice>> list_notices(Gate& gate, const Asker& asker) {
  return gate.list(
      asker, accounts::any_relation,
      [&](store::Session& session, const store::ListGrant& grant) -> Result<std::vector<Notice>> {
        NL_TRY(rows, store::notices_to(session, asker.person, most_notices));
        std::erase_if(rows, [&](const auto& row) { return !is_told(gate, asker, row); });
        std::vector<domain::FileId> files;
        for (const auto& row : rows) files.push_back(row.file);
        NL_TRY(children, store::children_of(session, grant, files));
        NL_TRY(victims, store::victims_of(session, grant, files));
        std::vector<Notice> notices;
        for (auto& row : rows) {
          const auto child = std::ranges::find(children, row.file, &store::ListedChild::file);
          const auto victim = std::ranges::find(victims, row.file, &store::ListedVictim::file);
          auto& one = notices.emplace_back(Notice{.row = std::move(row)});
          if (child != children.end()) one.child = *child;
          if (victim != victims.end()) one.victim = *victim;
        }
        return notices;
      },
      [](const std::vector<Notice>& notices) {
        std::vector<accounts::Shown> all;
        for (const auto& one : notices) {
          if (one.child) all.push_back({one.child->file, one.child->service});
          if (one.victim) all.push_back({one.victim->file, one.victim->service});
        }
        return all;
      });
}

Status acknowledge_notice(store::Database& database, Gate& gate, const Asker& asker,
                          store::NoticeId id) {
  NL_TRY(notice, database.read([&](store::Session& session) {
    return store::notice_to(session, asker.person, id);
  }));
  if (!notice.service) return Error{ErrorCode::NotFound, "There is no such notice."};
  return gate.change(
      asker, domain::Action::SeePeople, *notice.service,
      {.file = notice.file, .about = notice.about, .called = accounts::act("acknowledge-reason")},
      [&](store::Transaction& transaction, accounts::Trace&) {
        return store::see_notice(transaction, asker.person, id, asker.at);
      });
}

}  // namespace northlight::casework
