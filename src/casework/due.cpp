#include "casework/due.hpp"

#include <algorithm>

namespace northlight::casework {
namespace {

constexpr std::size_t most_due = 200;
constexpr int days_ahead = 7;

std::vector<forms::FormCode> countersigned(const forms::Forms& forms) {
  std::vector<forms::FormCode> codes;
  for (const auto& form : forms.all())
    if (form.countersigning == forms::Countersigning::Always &&
        std::ranges::find(codes, form.code) == codes.end())
      codes.push_back(form.code);
  return codes;
}

}  // namespace

Result<Due> what_is_due(Gate& gate, const Asker& asker, const forms::Forms& forms,
                        accounts::Relations whose) {
  const auto until = add_days(platform::day_in_london(asker.at), days_ahead);
  return gate.list(
      asker, domain::Action::ReadFile, whose,
      [&](store::Session& session, const store::ListGrant& grant) -> Result<Due> {
        NL_TRY(unfinished, store::unfinished(session, grant, countersigned(forms), most_due));
        NL_TRY(promised, store::promised(session, grant, until, most_due));
        NL_TRY(unread, store::unread_sent_in(session, grant, most_due));
        std::vector<domain::FileId> files;
        for (const auto& one : unread) files.push_back(one.file);
        for (const auto& one : unfinished) files.push_back(one.file);
        for (const auto& one : promised) files.push_back(one.file);
        std::ranges::sort(files);
        const auto twice = std::ranges::unique(files);
        files.erase(twice.begin(), twice.end());
        NL_TRY(children, store::children_of(session, grant, files));
        return Due{std::move(unfinished), std::move(promised), std::move(unread),
                   std::move(children)};
      },
      [](const Due& due) {
        std::vector<accounts::Shown> all;
        for (const auto& child : due.children) all.push_back({child.file, child.service});
        return all;
      });
}

}  // namespace northlight::casework
