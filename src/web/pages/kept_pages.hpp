#pragma once

#include <cstddef>
#include <map>
#include <shared_mutex>
#include <string>

#include "store/library.hpp"
#include "web/response.hpp"

namespace northlight::web {

/// Pages that were made before, each with the facts that it was made from. A page is given again
/// only for exactly those facts, so a change in the library is seen by the next reader.
/// Safe to use from many threads.
class KeptPages {
 public:
  /// Beyond so many, all are let go.
  explicit KeptPages(std::size_t most = 128) : most_(most) {}

  /// Null when there is none of these facts.
  Response::SharedBytes find(const store::KeptInspection& from) const;

  /// Keeps the page and gives it back.
  Response::SharedBytes keep(store::KeptInspection from, std::string page);

 private:
  struct Entry {
    store::KeptInspection from;
    Response::SharedBytes page;
  };

  std::size_t most_;
  mutable std::shared_mutex mutex_;
  std::map<std::string, Entry, std::less<>> pages_;
};

}  // namespace northlight::web
