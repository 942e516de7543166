#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One section that can be opened.
struct AccordionSection {
  Content heading{};
  Content summary{};
  Content content{};
  bool expanded = false;
  int number = 0;  ///< Part of its ids; its place in the list, unless given.
};

/// Sections that can be opened one by one; all are open where no script runs.
struct Accordion {
  std::string id{};
  std::vector<AccordionSection> items{};
  int heading_level = 2;
  std::optional<bool> remember_expanded{};
  std::string hide_all_sections_text{};
  std::string hide_section_text{};
  std::string hide_section_aria_label_text{};
  std::string show_all_sections_text{};
  std::string show_section_text{};
  std::string show_section_aria_label_text{};
  std::string classes{};
  Attributes attributes{};
};

Html accordion(const Accordion& parameters);

}  // namespace northlight::html
