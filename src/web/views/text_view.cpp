#include "web/views/text_view.hpp"

#include "base/text.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {

using namespace html;

Html text_page(const Shell& shell, const InspectionModel& model,
               const std::vector<std::string>& lines) {
  Html main;
  main.reserve(lines.size() * 160);
  main += element("span", {{"class", "govuk-caption-xl"}}, inspection_name(model.facts));
  main += element("h1", {{"class", "govuk-heading-xl"}}, "The text of the report");
  main += paragraph("As a program read it, line by line, without its layout and pictures. " +
                    (model.facts.licence.empty()
                         ? std::string()
                         : "© Crown copyright, used under the " + model.facts.licence + "."));
  main.add_raw(R"(<ol class="nl-text">)");
  std::size_t number = 0;
  for (const auto& line : lines) {
    ++number;
    if (trim(line).empty()) continue;
    const auto id = "line-" + std::to_string(number);
    main.open("li", {{"id", id}, {"value", number}});
    main.add_text(line);
    main.close("li");
  }
  main.add_raw("</ol>");
  return page(shell,
              {.title = "The text of the report – " + inspection_name(model.facts),
               .section = Section::Inspections,
               .breadcrumbs = inspection_crumbs(model, true)},
              main);
}

}  // namespace northlight::web::views
