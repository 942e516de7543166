#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

namespace northlight::web {

/// What Northlight understands. TRACE and CONNECT are refused outright, other words are unknown.
enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

constexpr std::string_view name_of(Method method) {
  switch (method) {
    case Method::Get:
      return "GET";
    case Method::Head:
      return "HEAD";
    case Method::Post:
      return "POST";
    case Method::Put:
      return "PUT";
    case Method::Patch:
      return "PATCH";
    case Method::Delete:
      return "DELETE";
    case Method::Options:
      return "OPTIONS";
  }
  return "";
}

/// Upper case only, as the standard has it.
constexpr std::optional<Method> parse_method(std::string_view name) {
  for (const auto method : {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch,
                            Method::Delete, Method::Options})
    if (name_of(method) == name) return method;
  return std::nullopt;
}

}  // namespace northlight::web
