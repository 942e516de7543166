#include "web/body_intake.hpp"

#include <utility>

#include "web/multipart.hpp"

namespace northlight::web {

BodyIntake::BodyIntake(const Router& router, const Heard& heard, Most most, BodyShare& share)
    : limit_(most.of_one), of_all_(most.of_all), share_(share) {
  const auto* route = router.options(heard.framing.method, heard.framing.target);
  if (route == nullptr) return;
  limit_ = route->body_limit.value_or(limit_);
  if (!route->files_left_out_above) return;
  const auto boundary = multipart_boundary(heard.headers.value("Content-Type"));
  if (!boundary) return;
  const auto& above = *route->files_left_out_above;
  sieve_.emplace(*boundary, MultipartSieve::Most{.files = above.files, .rest = most.of_one});
  limit_ = above.sent;
}

int BodyIntake::take(std::string& body) {
  if (!sieve_) return share_.hold(body.size(), of_all_) ? 0 : 503;
  sieve_->put(body);
  body.clear();
  if (sieve_->overflowed()) return 413;
  return share_.hold(sieve_->size(), of_all_) ? 0 : 503;
}

void BodyIntake::finish(std::string&& body, Heard& heard) {
  heard.body = sieve_ ? sieve_->finish() : std::move(body);
  if (sieve_) heard.cut = sieve_->cut();
}

}  // namespace northlight::web
