#include "web/from.hpp"

#include "web/browser_name.hpp"

namespace northlight::web {

accounts::From from_of(const Request& request, platform::Instant now) {
  return {.at = now,
          .address = request.client,
          .request = request.id.text(),
          .browser = browser_name(request.headers.value("User-Agent"))};
}

std::string address_of(const Request& request) {
  const auto& target = request.target;
  return target.query_text.empty() ? target.path : target.path + "?" + target.query_text;
}

}  // namespace northlight::web
