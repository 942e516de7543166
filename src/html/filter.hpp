#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// A filter that is set; its address is the same list without it.
struct SelectedFilter {
  std::string text{};
  Url href{};
};

/// The filters of one kind that are set.
struct FilterCategory {
  Content heading{};
  std::vector<SelectedFilter> items{};
};

/// All filters that are set, and a way to take them off at once.
struct SelectedFilters {
  Content heading = "Selected filters";
  std::string clear_text = "Clear filters";
  Url clear_href{};
  std::vector<FilterCategory> categories{};
};

/// The fields that narrow a list. It stands inside a form that gets the same page again, so it
/// works without a script.
struct Filter {
  Content heading = "Filter";
  std::optional<SelectedFilters> selected{};
  Html options{};
  std::string submit_text = "Apply filters";
  Attributes submit_attributes{};
  Attributes attributes{};
};

Html filter(const Filter& parameters);

}  // namespace northlight::html
