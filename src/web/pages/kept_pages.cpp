#include "web/pages/kept_pages.hpp"

#include <memory>
#include <mutex>
#include <utility>

#include "web/compression.hpp"
#include "web/conditional.hpp"

namespace northlight::web {

Response KeptPage::response() const {
  auto response =
      Response::shared(bytes, "text/html; charset=utf-8").shown_to_all().with("ETag", etag);
  response.packed = packed;
  return response;
}

std::optional<KeptPage> KeptPages::find(std::string_view key, std::int64_t changes) const {
  const std::shared_lock lock(mutex_);
  const auto at = pages_.find(key);
  if (at == pages_.end() || at->second.changes != changes) return std::nullopt;
  return at->second.page;
}

KeptPage KeptPages::keep(std::string key, std::int64_t changes, std::string page) {
  KeptPage kept{.bytes = nullptr, .packed = nullptr, .etag = etag_of(page)};
  if (auto packed = gzip(page, Effort::Patient); packed && packed->size() < page.size())
    kept.packed = std::make_shared<const std::string>(*std::move(packed));
  kept.bytes = std::make_shared<const std::string>(std::move(page));
  const std::scoped_lock lock(mutex_);
  if (pages_.size() >= most_ && !pages_.contains(key)) pages_.clear();
  pages_.insert_or_assign(std::move(key), Entry{changes, kept});
  return kept;
}

}  // namespace northlight::web
