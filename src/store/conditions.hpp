#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "store/library.hpp"
#include "store/value.hpp"

namespace northlight::store {

/// The `where` of a list: what must hold, with its values bound by name. Keeps what it binds.
class Conditions {
 public:
  Conditions() = default;
  Conditions(const Conditions&) = delete;
  Conditions& operator=(const Conditions&) = delete;

  /// `column in (…)`; an empty list leaves the column open.
  void any_of(std::string_view column, std::string_view name,
              const std::vector<std::string>& values);
  void any_of(std::string_view column, std::string_view name,
              const std::vector<std::int64_t>& values);
  void equals(std::string_view column, std::string_view name, Value value);
  void holds(std::string_view condition);
  /// Binds a value that the statement uses elsewhere; returns what stands for it: ":rating3".
  std::string bind(std::string_view name, std::string text);

  /// " where … and …", or nothing.
  const std::string& sql() const { return sql_; }

  /// All that is bound, and what the statement binds besides.
  std::vector<Bound> bindings(std::initializer_list<Bound> besides = {}) const;

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  void add(std::string_view column, std::string_view name, const std::vector<Value>& values);

  std::string sql_;
  std::deque<std::string> texts_;
  std::vector<Bound> bound_;
};

/// The questions of an InspectionFilter that are not about the service's name.
enum class Question { Rating, Edition, Year, Joint, None };

/// What a filter asks of `inspection i`, leaving one question open.
void add_filter(Conditions& conditions, const InspectionFilter& filter,
                Question open = Question::None);

}  // namespace northlight::store
