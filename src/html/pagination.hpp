#pragma once

#include <functional>
#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// The link to the page before or after. Shows nothing without an address.
struct PageLink {
  Url href{};
  Content text{};            ///< "Previous page" or "Next page", unless given.
  std::string label_text{};  ///< What is on that page; shown where there are no numbers.
  Attributes attributes{};
};

/// The link to one page of a list.
struct PageNumber {
  std::string number{};
  Url href{};
  bool current = false;
  bool ellipsis = false;  ///< Pages left out; the rest is then not used.
  std::optional<std::string> visually_hidden_text{};  ///< "Page 3", unless given.
  Attributes attributes{};
};

/// The way through a list or a document that is split over pages.
struct Pagination {
  PageLink previous{};
  PageLink next{};
  std::vector<PageNumber> items{};
  std::string landmark_label = "Pagination";
  std::string classes{};
  Attributes attributes{};
};

Html pagination(const Pagination& parameters);

/// The pagination of a list: first, last, the current page and its neighbours, with the address of
/// each page by its number. Empty when there is but one page.
Html pagination_of_list(int current, int count, const std::function<Url(int)>& address);

}  // namespace northlight::html
