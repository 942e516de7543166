#include "cli/daily_head.hpp"

#include <utility>

#include "store/audit_head.hpp"
#include "store/kept_heads.hpp"

namespace northlight::cli {
namespace {

constexpr auto looks_every = std::chrono::minutes(5);
constexpr auto tries_again_after = std::chrono::hours(1);

}  // namespace

HeadOfDay::HeadOfDay(store::Database& database, const platform::SigningKey& key,
                     const platform::Log& log, HeadsTold told)
    : database_(database), key_(key), log_(log), told_(std::move(told)) {}

bool HeadOfDay::look(platform::Instant now) {
  const auto day = iso(platform::day_in_london(now));
  if (last_day_ != day) make_if_due(now, day);
  return last_day_ == day;
}

DailyHead::DailyHead(store::Database& database, const platform::SigningKey& key,
                     const platform::Clock& clock, const platform::Log& log, HeadsTold told)
    : head_(database, key, log, std::move(told)), rounds_([this, &clock] {
        const bool made = head_.look(clock.now());
        return std::chrono::milliseconds(made ? looks_every : tries_again_after);
      }) {}

void HeadOfDay::make_if_due(platform::Instant now, const std::string& day) {
  if (!last_day_) {
    const auto own = database_.read([&](store::Session& session) {
      return store::newest_own_head(session, key_.public_key(), platform::day_in_london(now));
    });
    if (!own)
      return log_.write(platform::Severity::Warning, "signed head",
                        {{"error", own.error().message}});
    if (*own)
      if (const auto at = platform::parse_instant((*own)->made_at)) told_.signed_at(*at);
  }
  const auto made = store::sign_head_of_day(database_, key_, now);
  if (!made) {
    told_.faults(1);
    return log_.write(platform::Severity::Fault, "signed head", {{"error", made.error().message}});
  }
  for (const auto& fault : made->faults)
    log_.write(platform::Severity::Fault, "signed head", {{"error", fault}});
  told_.faults(made->faults.size());
  last_day_ = day;
  if (made->head) told_.signed_at(now);
}

}  // namespace northlight::cli
