#include "casework/notices.hpp"

#include <algorithm>

#include "accounts/scope.hpp"
#include "store/audit_log.hpp"
#include "store/files.hpp"

namespace northlight::casework {
namespace {

constexpr std::size_t most_shown = 100;

}  // namespace

Result<std::vector<Notice>> list_notices(Gate& gate, const Asker& asker) {
  return gate.list(
      asker, accounts::any_relation,
      [&](store::Session& session, const store::ListGrant& grant) -> Result<std::vector<Notice>> {
        NL_TRY(rows, store::notices_to(session, asker.person, most_shown));
        std::vector<domain::FileId> files;
        for (const auto& row : rows) files.push_back(row.file);
        NL_TRY(children, store::children_of(session, grant, files));
        std::vector<Notice> notices;
        for (auto& row : rows) {
          const auto child = std::ranges::find(children, row.file, &store::ListedChild::file);
          notices.push_back(
              {std::move(row), child == children.end() ? std::nullopt : std::optional(*child)});
        }
        return notices;
      },
      [](const std::vector<Notice>& notices) {
        std::vector<accounts::Shown> all;
        for (const auto& one : notices)
          if (one.child) all.push_back({one.child->file, one.child->service});
        return all;
      });
}

Status acknowledge_notice(store::Database& database, const Asker& asker, store::NoticeId id) {
  return database.write([&](store::Transaction& transaction) -> Status {
    NL_TRY(notice, store::see_notice(transaction, asker.person, id, asker.at));
    store::AuditEntry entry{.at = asker.at,
                            .person = asker.person,
                            .operation = store::AuditOperation::Consultation,
                            .action = "acknowledge-reason",
                            .file = notice.file,
                            .about = notice.about,
                            .source = asker.source,
                            .request = asker.request};
    if (!asker.roles.empty()) {
      entry.role = asker.roles.front().role;
      entry.organisation = asker.roles.front().organisation;
      entry.service = asker.roles.front().organisation;
    }
    return store::append_audit(transaction, entry);
  });
}

}  // namespace northlight::casework
