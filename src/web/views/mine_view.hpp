#pragma once

#include <string>
#include <vector>

#include "store/shared.hpp"
#include "web/views/layout.hpp"

/// The pages of a child or a parent who comes by a personal link: short words, few of them.
namespace northlight::web::views {

struct LinkWords {
  std::string form_token;
  std::string link;
  std::string error{};
  std::string ticket{};  ///< Set: the words were right, and they choose their own.
};
html::Html link_words_page(const Shell& shell, const LinkWords& form);
html::Html own_words_page(const Shell& shell, const LinkWords& form);

struct MineModel {
  std::string form_token;
  bool is_child = true;
  std::vector<store::SharedRow> shown{};
  std::vector<store::SharedRow> agreed{};
  std::string done{};
};
html::Html mine_page(const Shell& shell, const MineModel& model);
html::Html mine_closed_page(const Shell& shell);

}  // namespace northlight::web::views
