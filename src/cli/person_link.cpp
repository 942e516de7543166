#include "accounts/sign_in.hpp"
#include "base/text.hpp"
#include "cli/find_keys.hpp"
#include "cli/open_database.hpp"
#include "cli/people_commands.hpp"
#include "cli/people_parts.hpp"

namespace northlight::cli {
namespace {

using store::Transaction;

Result<std::string> make_link(Transaction& transaction, const PersonLinkOptions& options,
                              const platform::Keys& keys, platform::Instant now) {
  const auto today = platform::day_in_london(now);
  NL_TRY(found, store::person_by_sign_in_name(transaction, lower(trim(options.sign_in_name))));
  if (!found || (found->left_on && *found->left_on < today))
    return Error{ErrorCode::NotFound,
                 "Nobody who works here signs in with that e-mail address. To add somebody: "
                 "northlight person add",
                 "--sign-in-name"};
  NL_TRY(roles, store::roles_in_force(transaction, found->id, today));
  if (roles.empty())
    return Error{ErrorCode::Invalid, "They hold no role today, so there is nothing to sign in to",
                 "--sign-in-name"};
  const auto organisation = roles.front().organisation;
  if (options.forget_second_factor) {
    NL_CHECK(store::forget_second_factor(transaction, found->id));
    NL_CHECK(note(transaction, now, organisation, "second-factor-forgotten", found->id));
  }
  NL_TRY(link, accounts::make_setup_link(transaction, keys, found->id, now));
  NL_CHECK(note(transaction, now, organisation, "set-up-link-made", found->id));
  return link;
}

}  // namespace

ExitStatus person_link(const PersonLinkOptions& options, const DataFolders& data,
                       Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto keys = find_keys(options.keys, (*database)->url());
  if (!keys) return say_error(streams, keys.error());
  const auto now = platform::SystemClock().now();
  const auto link = (*database)->write(
      [&](Transaction& transaction) { return make_link(transaction, options, *keys, now); });
  if (!link) return say_error(streams, link.error());
  say_link(streams, options.base_url, *link);
  return ExitStatus::Done;
}

}  // namespace northlight::cli
