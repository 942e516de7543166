#include "cli/daily_head.hpp"

#include <utility>

#include "store/audit_head.hpp"

namespace northlight::cli {
namespace {

constexpr auto looks_every = std::chrono::minutes(5);
constexpr auto tries_again_after = std::chrono::hours(1);

}  // namespace

HeadOfDay::HeadOfDay(store::Database& database, const platform::SigningKey& key,
                     const platform::Log& log, std::function<void(platform::Instant)> signed_at)
    : database_(database), key_(key), log_(log), signed_at_(std::move(signed_at)) {}

bool HeadOfDay::look(platform::Instant now) {
  const auto day = iso(platform::day_in_london(now));
  if (last_day_ != day) make_if_due(now, day);
  return last_day_ == day;
}

DailyHead::DailyHead(store::Database& database, const platform::SigningKey& key,
                     const platform::Clock& clock, const platform::Log& log,
                     std::function<void(platform::Instant)> signed_at)
    : head_(database, key, log, std::move(signed_at)), clock_(clock), thread_([this] { run(); }) {}

DailyHead::~DailyHead() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void DailyHead::run() {
  for (;;) {
    const bool made = head_.look(clock_.now());
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, made ? std::chrono::minutes(looks_every) : tries_again_after,
                       [this] { return ending_; }))
      return;
  }
}

void HeadOfDay::make_if_due(platform::Instant now, const std::string& day) {
  const auto kept =
      database_.read([](store::Session& session) { return store::signed_heads(session, 1); });
  if (!kept)
    return log_.write(platform::Severity::Warning, "signed head",
                      {{"error", kept.error().message}});
  if (!kept->empty()) {
    if (const auto at = platform::parse_instant(kept->front().made_at); at && !last_day_)
      signed_at_(*at);
    if (kept->front().day >= day) {
      last_day_ = day;
      return;
    }
  }
  const auto made = store::sign_head_of_day(database_, key_, now);
  if (!made)
    return log_.write(platform::Severity::Fault, "signed head", {{"error", made.error().message}});
  last_day_ = day;
  signed_at_(now);
}

}  // namespace northlight::cli
