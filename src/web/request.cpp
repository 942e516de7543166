#include "web/request.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"

namespace northlight::web {

const std::string& PathParameters::text(std::string_view name) const {
  const auto found = std::ranges::find(values_, name, &std::pair<std::string, std::string>::first);
  if (found == values_.end())
    throw std::logic_error("the route's pattern has no parameter " + std::string(name));
  return found->second;
}

Result<long long> PathParameters::whole_number(std::string_view name) const {
  const auto number = parse_whole_number(text(name));
  if (!number) return no_such_page();
  return *number;
}

Error PathParameters::no_such_page() {
  return Error{ErrorCode::NotFound, "There is no page at this address: check it and try again"};
}

}  // namespace northlight::web
