// How long a page takes to write: a list of a hundred inspections in the shell that every page has.
#include <benchmark/benchmark.h>

#include "html/page.hpp"
#include "html/sortable_table.hpp"
#include "html/tag.hpp"

namespace {

using namespace northlight::html;

Html list_page(int rows) {
  SortableTable list{.caption = "Inspections",
                     .columns = {{.text = "Service", .key = "service"},
                                 {.text = "Published", .key = "published"},
                                 {.text = "Edition"},
                                 {.text = "Score", .key = "score", .numeric = true},
                                 {.text = "Rating", .key = "rating"}},
                     .sorted_by = "service",
                     .address =
                         [](const std::string& key, SortOrder) {
                           return with_query("/inspections", {{"sort", key}});
                         },
                     .first_cell_is_header = true};
  for (int at = 0; at < rows; ++at) {
    const auto number = std::to_string(at);
    list.rows.push_back(
        {{.text = element("a", {{"class", "govuk-link"}, {"href", Url("/inspections/" + number)}},
                          "Youth justice service " + number)},
         {.text = "17 September 2024"},
         {.text = "2021"},
         {.text = "25", .numeric = true},
         {.text = tag({.text = "Good", .classes = "govuk-tag--green"})}});
  }
  return page({.title = "Inspections – Northlight",
               .navigation = {.items = {{.text = "Inspections", .href = "/inspections"},
                                        {.text = "Services", .href = "/services"},
                                        {.text = "Compare", .href = "/compare"}}},
               .content = element("h1", {{"class", "govuk-heading-l"}}, "Inspections") +
                          sortable_table(list),
               .footer = {.links = {{.text = "Accessibility", .href = "/accessibility"}},
                          .licence = open_government_licence()}});
}

void list_of_inspections(benchmark::State& state) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    auto shown = list_page(static_cast<int>(state.range(0)));
    bytes = shown.view().size();
    benchmark::DoNotOptimize(shown);
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(list_of_inspections)->Arg(10)->Arg(100)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
