#pragma once

#include <string>
#include <string_view>

namespace northlight::web {

/// `next` of a form or a query, if it leads to a page of ours; otherwise `otherwise`.
std::string safe_next(std::string_view next, std::string_view otherwise);

}  // namespace northlight::web
