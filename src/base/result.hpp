#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace northlight {

/// What kind of thing went wrong. Each has one HTTP status and one exit status
/// (base/error_code.hpp).
enum class ErrorCode {
  Invalid,
  NotFound,
  Conflict,
  Forbidden,
  NeedsReason,  ///< Allowed once the person has said why they need it.
  Incomplete,
  Unavailable,
};

/// Why something could not be done, in words that the reader can act on: what is wrong and what to
/// do. A message never holds markup, a link or the name of a person.
struct Error {
  ErrorCode code = ErrorCode::Invalid;
  std::string message;
  std::string where{};  ///< The form field or "file:line: key" at fault; empty when there is none.

  friend bool operator==(const Error&, const Error&) = default;
};

/// What was given cannot be taken: why, and which field is at fault.
inline Error invalid(std::string message, std::string where) {
  return {ErrorCode::Invalid, std::move(message), std::move(where)};
}

/// A value, or why there is none. Named after std::expected, which will replace it when the
/// compiler has it. Reading the value of a failure is our own mistake and stops the program.
template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return *std::get_if<0>(checked()); }
  const T& value() const& { return *std::get_if<0>(checked()); }
  T&& value() && { return std::move(*std::get_if<0>(checked())); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&held_);
  }
  Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&held_));
  }

  template <typename U>
  T value_or(U&& otherwise) const& {
    return has_value() ? **this : static_cast<T>(std::forward<U>(otherwise));
  }

 private:
  using Held = std::variant<T, Error>;
  Held* checked() {
    if (!has_value()) fail();
    return &held_;
  }
  const Held* checked() const {
    if (!has_value()) fail();
    return &held_;
  }
  [[noreturn]] static void fail() {
    assert(false && "the value of a failed Result was read");
    __builtin_trap();
  }

  Held held_;
};

/// What a successful Status holds: nothing.
struct Done {
  friend bool operator==(Done, Done) = default;
};

/// Done, or why not.
using Status = Result<Done>;

inline Status done() { return Done{}; }

}  // namespace northlight

/// Unwraps a Result into `name`, or returns its error to the caller.
#define NL_TRY(name, expression)                               \
  auto name##_result = (expression);                           \
  if (!name##_result) return std::move(name##_result).error(); \
  auto&& name = *std::move(name##_result)  // NOLINT(bugprone-macro-parentheses)

/// Runs something that yields nothing but may fail; returns its error to the caller.
#define NL_CHECK(expression)                                                            \
  do {                                                                                  \
    if (auto nl_status = (expression); !nl_status) return std::move(nl_status).error(); \
  } while (false)
