#include "cli/upkeep.hpp"

#include "store/audit_index.hpp"
#include "store/kept_forms.hpp"
#include "store/stray_uploads.hpp"

namespace northlight::cli {
namespace {

constexpr auto a_round_every = std::chrono::minutes(5);
constexpr int rounds_between_looks = 12;
constexpr auto nobody_keeps_for = std::chrono::hours(1);  ///< One upload, to its row.

}  // namespace

void remove_strays(const UpkeepOf& of, platform::Instant now) {
  const auto found = store::remove_stray_uploads(
      of.database, of.uploads, std::filesystem::file_time_type::clock::now() - nobody_keeps_for,
      now);
  const auto write = [&](std::string_view what, const std::string& words) {
    of.log.write(platform::Severity::Warning, "upkeep", {{what, words}});
  };
  if (!found) return write("error", found.error().message);
  if (found->removed > 0) write("unknown uploads removed", std::to_string(found->removed));
  if (found->left > 0)
    write("error", "The folder of uploads has more content that this database does not know (" +
                       std::to_string(found->left) +
                       ") than content that it does. Is it another database's? Nothing was "
                       "taken away: " +
                       of.uploads.path().string());
}

void keep_up(const UpkeepOf& of, platform::Instant now) {
  const auto say = [&](const Error& error) {
    of.log.write(platform::Severity::Warning, "upkeep", {{"error", error.message}});
  };
  const auto forgotten = of.database.write([&](store::Transaction& transaction) {
    return store::forget_kept_forms_until(transaction, now);
  });
  if (!forgotten) say(forgotten.error());
  if (const auto indexed = store::index_audit(of.database); !indexed) say(indexed.error());
  if (of.erasures == nullptr) return;
  if (const auto finished = of.erasures->finish_put_off(now); !finished) say(finished.error());
}

Upkeep::Upkeep(const UpkeepOf& of, const platform::Clock& clock)
    : rounds_([of, &clock, round = 0]() mutable {
        keep_up(of, clock.now());
        if (round++ % rounds_between_looks == 0) remove_strays(of, clock.now());
        return std::chrono::milliseconds(a_round_every);
      }) {}

}  // namespace northlight::cli
