#include "store/conditions.hpp"

namespace northlight::store {

void Conditions::holds(std::string_view condition) {
  sql_ += sql_.empty() ? " where " : " and ";
  sql_ += condition;
}

void Conditions::equals(std::string_view column, std::string_view name, Value value) {
  add(column, name, {value});
}

std::string Conditions::bind(std::string_view name, std::string text) {
  const auto each = keep(std::string(name) + std::to_string(bound_.size()));
  bound_.push_back({each, Value(keep(std::move(text)))});
  return ":" + std::string(each);
}

void Conditions::any_of(std::string_view column, std::string_view name,
                        const std::vector<std::string>& values) {
  std::vector<Value> kept;
  for (const auto& value : values) kept.emplace_back(keep(value));
  add(column, name, kept);
}

void Conditions::any_of(std::string_view column, std::string_view name,
                        const std::vector<std::int64_t>& values) {
  add(column, name, std::vector<Value>(values.begin(), values.end()));
}

void Conditions::add(std::string_view column, std::string_view name,
                     const std::vector<Value>& values) {
  if (values.empty()) return;
  std::string list;
  for (const auto& value : values) {
    const auto each = keep(std::string(name) + std::to_string(bound_.size()));
    bound_.push_back({each, value});
    list += list.empty() ? ":" : ", :";
    list += each;
  }
  holds(std::string(column) + " in (" + list + ")");
}

std::vector<Bound> Conditions::bindings(std::initializer_list<Bound> besides) const {
  auto all = bound_;
  all.insert(all.end(), besides.begin(), besides.end());
  return all;
}

void add_filter(Conditions& conditions, const InspectionFilter& filter, Question open) {
  if (open != Question::Rating) conditions.any_of("i.overall_rating", "rating", filter.ratings);
  if (open != Question::Edition) conditions.any_of("i.edition", "edition", filter.editions);
  if (open != Question::Year) conditions.any_of("i.published_year", "year", filter.years);
  if (open != Question::Joint && filter.joint)
    conditions.equals("i.is_joint", "joint", *filter.joint);
}

}  // namespace northlight::store
