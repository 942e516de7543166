#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace northlight {

/// A JSON value. Objects keep the order in which their members were added, so that what Northlight
/// prints reads in the order in which it was written down.
class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  Json() = default;
  Json(std::nullptr_t) {}                                                // NOLINT(*-explicit-*)
  Json(bool value) : value_(value) {}                                    // NOLINT(*-explicit-*)
  Json(int value) : value_(std::int64_t{value}) {}                       // NOLINT(*-explicit-*)
  Json(long value) : value_(std::int64_t{value}) {}                      // NOLINT(*-explicit-*)
  Json(long long value) : value_(std::int64_t{value}) {}                 // NOLINT(*-explicit-*)
  Json(unsigned value) : value_(std::int64_t{value}) {}                  // NOLINT(*-explicit-*)
  Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}  // NOLINT(*-explicit-*)
  Json(double value) : value_(value) {}                                  // NOLINT(*-explicit-*)
  Json(const char* value) : value_(std::string(value)) {}                // NOLINT(*-explicit-*)
  Json(std::string_view value) : value_(std::string(value)) {}           // NOLINT(*-explicit-*)
  Json(std::string value) : value_(std::move(value)) {}                  // NOLINT(*-explicit-*)
  Json(Array value) : value_(std::move(value)) {}                        // NOLINT(*-explicit-*)

  /// What is there, or null.
  template <typename T>
  Json(const std::optional<T>& value) {  // NOLINT(*-explicit-*)
    if (value) *this = Json(*value);
  }

  static Json object(std::initializer_list<Member> members = {});
  /// An object of these members, whose names must differ from one another.
  static Json of(Object members);
  static Json array() { return Json(Array{}); }

  /// Reads one JSON document of UTF-8 text. Refuses what is malformed, nested deeper than 100 or
  /// that names a member twice; says at which byte.
  static Result<Json> parse(std::string_view text);

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  bool is_object() const { return std::holds_alternative<Object>(value_); }
  bool is_array() const { return std::holds_alternative<Array>(value_); }

  // Nothing where the value is of another kind.
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* whole() const { return std::get_if<std::int64_t>(&value_); }
  std::optional<double> number() const;
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const Array* items() const { return std::get_if<Array>(&value_); }
  const Object* members() const { return std::get_if<Object>(&value_); }

  /// The member of that name; nothing when there is none or this is no object.
  const Json* find(std::string_view name) const;
  /// The text of that member; empty when there is none, or it is no text.
  std::string_view string_at(std::string_view name) const;

  /// Adds a member, or replaces the one of that name; makes an object of a null.
  Json& set(std::string name, Json value);
  /// Adds an item; makes an array of a null.
  Json& add(Json value);

  /// One line, or indented by so many spaces. Text that is not UTF-8 is written with U+FFFD.
  std::string text(int indent = 0) const;

  friend bool operator==(const Json&, const Json&) = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

}  // namespace northlight
