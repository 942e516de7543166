#include "web/headers.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"

namespace northlight::web {
namespace {

bool is_name(std::string_view name) {
  static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           marks.find(c) != std::string_view::npos;
  });
}

bool is_value(std::string_view value) {
  return std::ranges::none_of(value, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

}  // namespace

void Headers::add(std::string_view name, std::string_view value) {
  if (!is_name(name) || !is_value(value))
    throw std::invalid_argument("a header field would break out of its line");
  fields_.emplace_back(name, value);
}

void Headers::set(std::string_view name, std::string_view value) {
  std::erase_if(fields_,
                [&](const Header& field) { return equals_ignoring_case(field.first, name); });
  add(name, value);
}

void Headers::set_if_missing(std::string_view name, std::string_view value) {
  if (!find(name)) add(name, value);
}

const std::string* Headers::find(std::string_view name) const {
  const auto found = std::ranges::find_if(
      fields_, [&](const Header& field) { return equals_ignoring_case(field.first, name); });
  return found == fields_.end() ? nullptr : &found->second;
}

std::string_view Headers::value(std::string_view name) const {
  const auto* found = find(name);
  return found ? std::string_view(*found) : std::string_view{};
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      fields_, [&](const Header& field) { return equals_ignoring_case(field.first, name); }));
}

}  // namespace northlight::web
