#include "cli/manual.hpp"

#include "cli/manual_pages.hpp"

namespace northlight::cli {

std::string_view manual_page(std::string_view command) {
  for (const auto pages : {pages_of_running(), pages_of_audit(), pages_of_erasures(),
                           pages_of_standards(), pages_of_people()})
    for (const auto& page : pages)
      if (page.command == command) return page.text;
  return {};
}

}  // namespace northlight::cli
