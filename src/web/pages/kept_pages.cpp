#include "web/pages/kept_pages.hpp"

#include <memory>
#include <mutex>
#include <utility>

namespace northlight::web {
namespace {

// Shares compare by size, so that 8 of 16 equals 4 of 8; a page shows the counts.
bool same_counts(const domain::PublishedInspection& a, const domain::PublishedInspection& b) {
  return std::ranges::equal(a.standards, b.standards, [](const auto& one, const auto& other) {
    return std::ranges::equal(
        one.key_questions, other.key_questions, [](const auto& left, const auto& right) {
          return !left.share || !right.share || left.share->judged() == right.share->judged();
        });
  });
}

}  // namespace

Response::SharedBytes KeptPages::find(const store::KeptInspection& from) const {
  const std::shared_lock lock(mutex_);
  const auto at = pages_.find(from.id);
  if (at == pages_.end()) return nullptr;
  const auto& kept = at->second.from;
  if (kept.service_slug != from.service_slug || kept.facts != from.facts ||
      !same_counts(kept.facts, from.facts))
    return nullptr;
  return at->second.page;
}

Response::SharedBytes KeptPages::keep(store::KeptInspection from, std::string page) {
  auto bytes = std::make_shared<const std::string>(std::move(page));
  const std::scoped_lock lock(mutex_);
  if (pages_.size() >= most_) pages_.clear();
  auto id = from.id;
  pages_.insert_or_assign(std::move(id), Entry{std::move(from), bytes});
  return bytes;
}

}  // namespace northlight::web
