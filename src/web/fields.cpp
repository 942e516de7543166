#include "web/fields.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::web {

const std::string* Fields::find(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &Field::first);
  return found == fields_.end() ? nullptr : &found->second;
}

std::string Fields::text(std::string_view name) const {
  const auto* value = find(name);
  return value ? std::string(trim(*value)) : std::string{};
}

std::vector<std::string> Fields::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [field, value] : fields_)
    if (field == name) values.push_back(value);
  return values;
}

}  // namespace northlight::web
