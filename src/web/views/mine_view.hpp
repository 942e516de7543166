#pragma once

#include <string>
#include <vector>

#include "casework/links.hpp"
#include "domain/help_line.hpp"
#include "store/sent_in.hpp"
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
  std::vector<casework::AgreedShare> agreed{};
  std::vector<store::SentInRow> said{};
  std::vector<std::string> workers{};
  std::vector<domain::HelpLine> help{};
  std::string once{};   ///< The form's own number.
  std::string typed{};  ///< Their words, where something is wrong with them or they came too late.
  std::string wrong{};
  std::string kept{};  ///< The name of what was typed and could not be sent; empty: it was not so.
  std::string done{};
};
html::Html mine_page(const Shell& shell, const MineModel& model);

/// Whether they were writing when their page closed.
enum class WordsLeft { None, Kept, Unsent };
html::Html mine_closed_page(const Shell& shell, WordsLeft left = WordsLeft::None);

}  // namespace northlight::web::views
