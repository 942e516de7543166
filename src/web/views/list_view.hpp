#pragma once

#include <span>
#include <string>
#include <vector>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "store/library.hpp"
#include "web/views/layout.hpp"
#include "web/views/list_query.hpp"

namespace northlight::web::views {

/// What both lists need around their rows.
struct ListFrame {
  ListQuery query{};
  std::int64_t page_size = 25;
  store::Facets facets{};
  std::span<const framework::Edition> editions{};
};

html::Html inspection_list(const Shell& shell, const ListFrame& frame,
                           const store::Listed<store::InspectionSummary>& listed);

html::Html service_list(const Shell& shell, const ListFrame& frame,
                        const store::Listed<store::ServiceSummary>& listed);

/// The form beside a list: search, and a choice for each question with what it would give.
html::Html filter_form(ListOf list, const ListFrame& frame);

/// "24 inspections, rated Good" and which of them this page shows; what to do when there are none.
html::Html list_count(ListOf list, const ListFrame& frame, std::int64_t total);

html::Html list_pagination(ListOf list, const ListFrame& frame, std::int64_t total);

/// "25 of 36"; says what is not known of it.
html::Html score_words(const std::optional<std::int64_t>& score,
                       const std::optional<std::int64_t>& maximum);

const framework::Edition* find_edition(std::span<const framework::Edition> editions,
                                       const std::optional<std::string>& code);

}  // namespace northlight::web::views
