#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "cli/open_database.hpp"
#include "cli/people_commands.hpp"
#include "cli/people_parts.hpp"

namespace northlight::cli {

ExitStatus person_leave(const PersonLeaveOptions& options, const DataFolders& data,
                        Streams& streams) {
  const auto now = platform::SystemClock().now();
  auto last_day = platform::day_in_london(now);
  if (options.last_day) {
    const auto typed = parse_written_date(*options.last_day);
    if (!typed)
      return say_error(streams, {ErrorCode::Invalid, typed.error().message, "--last-day"});
    last_day = *typed;
  }
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  using Left = accounts::LeftBehind;
  const auto left = (*database)->write([&](store::Transaction& transaction) -> Result<Left> {
    NL_TRY(organisation, organisation_named(transaction, options.organisation));
    NL_TRY(person, store::person_by_sign_in_name(transaction, lower(trim(options.sign_in_name))));
    if (!person)
      return Error{ErrorCode::NotFound, "Nobody signs in with that e-mail address",
                   "--sign-in-name"};
    NL_TRY(behind,
           accounts::leave(transaction, {.at = now}, person->id, organisation.id, last_day));
    NL_CHECK(note(transaction, now, organisation.id,
                  accounts::act("person-leave", {{"last-day", iso(last_day)}}), person->id));
    return std::move(behind);
  });
  if (!left) return say_error(streams, as_typed_here(left.error()));
  streams.words << "They leave on " << words(last_day) << ".\n";
  if (last_day <= platform::day_in_london(now))
    streams.words << "They are signed out everywhere, and cover for nobody any more.\n";
  if (last_day == platform::day_in_london(now))
    streams.words
        << "They may sign in again until midnight: where they must not, give yesterday as "
           "their last day.\n";
  if (!left->to_allocate.empty())
    streams.words << counted(static_cast<long long>(left->to_allocate.size()), "file", "files")
                  << " still theirs: allocate each to somebody else.\n";
  for (const auto& file : left->to_allocate) streams.data << file.text() << '\n';
  if (!left->named_alone.empty())
    streams.words << "Nobody else is named on "
                  << counted(static_cast<long long>(left->named_alone.size()), "restricted file",
                             "restricted files")
                  << ": lift the restriction or name somebody, before they go.\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli
