#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "web/response.hpp"

namespace northlight::web {

/// A page as it is sent, whole and packed, with its ETag.
struct KeptPage {
  Response::SharedBytes bytes;
  Response::SharedBytes packed;  ///< Under gzip; null where that saves nothing.
  std::string etag;

  Response response() const;
};

/// Pages that were made before, each with the number of the library's changes (Library::changes)
/// that was read before it was made. A page is given again only while that number stands, so a
/// change by any process is seen by the next reader. For pages that are the same for all.
/// Safe to use from many threads.
class KeptPages {
 public:
  /// Beyond so many, all are let go.
  explicit KeptPages(std::size_t most = 128) : most_(most) {}

  /// Nothing when it was not made at that number.
  std::optional<KeptPage> find(std::string_view key, std::int64_t changes) const;

  /// Keeps the page and gives it back.
  KeptPage keep(std::string key, std::int64_t changes, std::string page);

 private:
  struct Entry {
    std::int64_t changes;
    KeptPage page;
  };

  std::size_t most_;
  mutable std::shared_mutex mutex_;
  std::map<std::string, Entry, std::less<>> pages_;
};

}  // namespace northlight::web
