#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "store/sight_scope.hpp"
#include "store/value.hpp"

namespace northlight::store {

/// A scope as SQL over `file f`: each part is a `select` of its own, so that each walks the index
/// that suits it; the parts together, each file once, are the scope. Keeps what it binds.
class ScopeParts {
 public:
  ScopeParts(const SightScope& scope, bool victims);
  ScopeParts(const ScopeParts&) = delete;
  ScopeParts& operator=(const ScopeParts&) = delete;

  struct Part {
    /// " where …" of `file f join <table> c on c.file_id = f.id`.
    std::string where;
    std::vector<Bound> bound;
    /// Where it is all of a service: which. Bound as "service".
    std::optional<std::string_view> service{};
  };
  const std::vector<Part>& parts() const { return parts_; }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  std::string closing(const Closing& closing);
  Part begin_part();
  void add_wide(const WideSight& wide);
  void add_held(const std::vector<HeldSight>& lines);

  std::deque<std::string> texts_;
  std::string_view person_;
  std::string_view now_;
  std::vector<Part> parts_;
};

}  // namespace northlight::store
