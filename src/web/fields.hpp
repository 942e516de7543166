#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace northlight::web {

/// Names with one or more values each, in the order in which they came: a query, or a form.
class Fields {
 public:
  using Field = std::pair<std::string, std::string>;

  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }

  /// The first value of that name; nothing when none was sent. A box left empty was sent.
  const std::string* find(std::string_view name) const;

  /// The first value without white space around it; empty when none was sent or it was blank.
  std::string text(std::string_view name) const;

  /// Every value of that name, as checkboxes send them.
  std::vector<std::string> all(std::string_view name) const;

  bool empty() const { return fields_.empty(); }
  std::size_t size() const { return fields_.size(); }
  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

  friend bool operator==(const Fields&, const Fields&) = default;

 private:
  std::vector<Field> fields_;
};

}  // namespace northlight::web
