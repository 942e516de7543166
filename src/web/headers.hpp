#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace northlight::web {

/// Header fields of a request or an answer, in order; names compare without regard to case.
class Headers {
 public:
  using Header = std::pair<std::string, std::string>;

  /// Throws std::invalid_argument for a name or value that would break out of its line.
  void add(std::string_view name, std::string_view value);
  /// Replaces every field of that name.
  void set(std::string_view name, std::string_view value);
  void set_if_missing(std::string_view name, std::string_view value);

  /// The first value of that name, or nothing.
  const std::string* find(std::string_view name) const;
  /// The first value of that name, or nothing to read.
  std::string_view value(std::string_view name) const;
  std::size_t count(std::string_view name) const;

  std::size_t size() const { return fields_.size(); }
  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

 private:
  std::vector<Header> fields_;
};

}  // namespace northlight::web
