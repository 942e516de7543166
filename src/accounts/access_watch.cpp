#include "accounts/access_watch.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "base/toml.hpp"

namespace northlight::accounts {
namespace {

struct Bounds {
  std::int64_t least;
  std::int64_t most;
};

int whole(TomlFields& fields, std::string_view key, Bounds bounds) {
  const auto number = fields.optional_whole(key);
  if (!number || *number < bounds.least || *number > bounds.most) {
    fields.refuse(key, "Give a whole number from " + std::to_string(bounds.least) + " to " +
                           std::to_string(bounds.most));
    return static_cast<int>(bounds.least);
  }
  return static_cast<int>(*number);
}

template <typename Read>
void in_table(TomlFields& fields, std::string_view key, Read read) {
  auto table = fields.table(key);
  if (!table) return;
  read(*table);
  table->finish();
}

}  // namespace

Result<AccessWatch> parse_access_watch(std::string_view text, std::string_view name) {
  NL_TRY(file, Toml::parse(text, name));
  std::vector<Error> problems;
  TomlFields fields(file, std::string(name), "", problems);
  AccessWatch watch;
  watch.title = fields.text("title").value_or("");
  watch.in_force_from = fields.date("in_force_from").value_or(Date{});
  watch.source = fields.text("source").value_or("");
  watch.status = fields.text("status").value_or("");
  constexpr std::array<std::string_view, 3> statuses{"published", "computed", "unverified"};
  if (!watch.status.empty() && std::ranges::find(statuses, watch.status) == statuses.end())
    fields.refuse("status", "The status is published, computed or unverified");
  in_table(fields, "hours", [&](TomlFields& hours) {
    watch.unusual.first_hour = whole(hours, "first", {0, 23});
    watch.unusual.last_hour = whole(hours, "last", {0, 23});
    if (watch.unusual.last_hour < watch.unusual.first_hour)
      hours.refuse("last", "The last hour is before the first");
  });
  in_table(fields, "volume", [&](TomlFields& volume) {
    watch.unusual.times_usual = whole(volume, "times_usual", {1, 100});
    watch.unusual.least_files = whole(volume, "least_files", {1, 10'000});
  });
  in_table(fields, "refused", [&](TomlFields& refused) {
    watch.unusual.least_refused = whole(refused, "least_tries", {1, 10'000});
  });
  in_table(fields, "same", [&](TomlFields& same) {
    watch.unusual.same_family_name = same.flag("family_name").value_or(false);
    watch.unusual.same_address = same.flag("address").value_or(false);
    watch.unusual.same_postcode = same.flag("postcode").value_or(false);
  });
  in_table(fields, "shown", [&](TomlFields& shown) {
    watch.days_shown = whole(shown, "days", {1, 366});
  });
  in_table(fields, "reason", [&](TomlFields& reason) {
    watch.reason.least = static_cast<std::size_t>(whole(reason, "least_letters", {1, 200}));
    watch.reason.most = static_cast<std::size_t>(whole(reason, "most_letters", {200, 4'000}));
  });
  fields.finish();
  if (!problems.empty()) return in_one(problems);
  return watch;
}

}  // namespace northlight::accounts
