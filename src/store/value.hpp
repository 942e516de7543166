#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::store {

/// The four kinds of value that both engines share. A date is text ("2024-09-17"), an id is text.
enum class ValueKind { Text, Whole, Real, Truth };

/// A value to be bound to a name in a statement; null when made from an empty optional.
///
/// It looks at text and does not own it: make it in the call, or keep the text alive until then.
class Value {
 public:
  Value(std::string_view text) : kind_(ValueKind::Text), text_(text) {}  // NOLINT(*-explicit-*)
  Value(const std::string& text) : Value(std::string_view(text)) {}      // NOLINT(*-explicit-*)
  Value(const char* text) : Value(std::string_view(text)) {}             // NOLINT(*-explicit-*)
  Value(std::int64_t whole) : kind_(ValueKind::Whole), whole_(whole) {}  // NOLINT(*-explicit-*)
  Value(int whole) : Value(std::int64_t{whole}) {}                       // NOLINT(*-explicit-*)
  Value(unsigned whole) : Value(std::int64_t{whole}) {}                  // NOLINT(*-explicit-*)
  Value(std::size_t whole) : Value(static_cast<std::int64_t>(whole)) {}  // NOLINT(*-explicit-*)
  Value(double real) : kind_(ValueKind::Real), real_(real) {}            // NOLINT(*-explicit-*)
  Value(bool truth) : kind_(ValueKind::Truth), whole_(truth ? 1 : 0) {}  // NOLINT(*-explicit-*)
  template <typename T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value(T{})) {  // NOLINT
    null_ = !value.has_value();
    if (null_) text_ = {};
  }

  ValueKind kind() const { return kind_; }
  bool is_null() const { return null_; }
  std::string_view text() const { return text_; }
  std::int64_t whole() const { return whole_; }
  double real() const { return real_; }

 private:
  ValueKind kind_;
  bool null_ = false;
  std::string_view text_{};
  std::int64_t whole_ = 0;
  double real_ = 0;
};

/// A value under the name that the statement gives it: `{"id", id}` for `:id`.
struct Bound {
  std::string_view name;
  Value value;
};

/// The values of one statement: `{{"id", id}, {"year", year}}`, or a vector that the caller keeps.
class Bindings {
 public:
  Bindings() = default;
  Bindings(std::initializer_list<Bound> list) { look_at({list.begin(), list.size()}); }
  Bindings(const std::vector<Bound>& list) { look_at(list); }  // NOLINT(*-explicit-*)

  std::span<const Bound> all() const { return all_; }

 private:
  void look_at(std::span<const Bound> all) { all_ = all; }
  std::span<const Bound> all_{};
};

/// One column of the row that was fetched last.
struct Cell {
  ValueKind kind = ValueKind::Text;
  bool null = false;
  std::string text{};
  std::int64_t whole = 0;
  double real = 0;
};

/// How a C++ type is read from a column. Only std::optional takes a null.
template <typename T>
struct Column;

template <>
struct Column<std::string> {
  static constexpr ValueKind kind = ValueKind::Text;
  static constexpr bool may_be_null = false;
  static std::string read(Cell& cell) { return std::move(cell.text); }
};
template <>
struct Column<std::int64_t> {
  static constexpr ValueKind kind = ValueKind::Whole;
  static constexpr bool may_be_null = false;
  static std::int64_t read(Cell& cell) { return cell.whole; }
};
template <>
struct Column<double> {
  static constexpr ValueKind kind = ValueKind::Real;
  static constexpr bool may_be_null = false;
  static double read(Cell& cell) { return cell.real; }
};
template <>
struct Column<bool> {
  static constexpr ValueKind kind = ValueKind::Truth;
  static constexpr bool may_be_null = false;
  static bool read(Cell& cell) { return cell.whole != 0; }
};
template <typename T>
struct Column<std::optional<T>> {
  static constexpr ValueKind kind = Column<T>::kind;
  static constexpr bool may_be_null = true;
  static std::optional<T> read(Cell& cell) {
    if (cell.null) return std::nullopt;
    return Column<T>::read(cell);
  }
};

}  // namespace northlight::store
