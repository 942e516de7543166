#pragma once

#include <optional>
#include <string>

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"
#include "web/views/account_view.hpp"

namespace northlight::web {

/// Asks for the password before what would let another in for good; 422 where there is an error.
Response confirm_page(const Site& site, const Request& request, views::ConfirmForm form,
                      std::string error);

/// What is wrong with the password that the form brought; nothing when it was right.
std::optional<std::string> wrong_confirmation(const Site& site, const Request& request);

}  // namespace northlight::web
