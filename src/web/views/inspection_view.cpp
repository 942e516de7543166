#include "web/views/inspection_view.hpp"

#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

// What else can be asked of this inspection.
Html ways_on(const InspectionModel& model) {
  Html out;
  out.add_raw(R"(<ul class="govuk-list nl-ways-on">)");
  const auto add = [&](const Url& address, const char* words) {
    out += element("li", {}, link(address, words));
  };
  if (model.rated != nullptr && model.has_standards()) {
    add(paths::inspection_rating(model.id), "How this rating was reached, step by step");
    add(paths::inspection_what_if(model.id), "What if a count or a rating had been different?");
  }
  add(paths::compare({std::string(model.id)}), "Compare with other inspections");
  if (model.edition != nullptr && model.facts.score)
    add(paths::benchmark(model.edition->code, {{"service", std::string(model.service_slug)}}),
        "Where it lies among those inspected under the same standards");
  add(paths::service(model.service_slug), "All inspections of this service");
  if (model.has_text()) add(paths::inspection_text(model.id), "The text of the report");
  out.add_raw("</ul>");
  return out;
}

struct Part {
  std::string id;
  std::string title;
  Html content;
};

Html contents(const InspectionModel& model, const std::vector<Part>& parts) {
  Html out;
  out.add_raw(
      R"(<nav class="nl-contents" aria-label="On this page"><h2 class="govuk-heading-s">On this page</h2><ul class="govuk-list">)");
  for (const auto& part : parts) {
    if (part.content.empty()) continue;
    if (part.id != "domains") {
      out += element("li", {}, link(Url("#" + part.id), part.title));
      continue;
    }
    for (const auto& domain : model.edition->domains)
      if (part.content.view().find("id=\"domain-" + domain.code.text() + "\"") !=
          std::string_view::npos)
        out += element("li", {}, link(Url("#domain-" + domain.code.text()), domain.title));
  }
  out.add_raw("</ul></nav>");
  return out;
}

// A service of which little more than the score is known gets a card, not a page of unknowns.
Html short_card(const InspectionModel& model) {
  Html out = paragraph(
      model.has_standards()
          ? "Only part of this inspection is known from the source."
          : "Only the headline of this inspection is known from the source: not the rating of each "
            "standard, nor the figures behind it.");
  if (!model.facts.source_address.empty())
    out += element("p", {{"class", "govuk-body"}}, "For the whole, read ",
                   link(model.facts.source_address, "what was published"), ".");
  return out;
}

}  // namespace

std::vector<Crumb> inspection_crumbs(const InspectionModel& model, bool with_inspection) {
  std::vector<Crumb> crumbs{{"Inspections", paths::inspections()}};
  if (with_inspection)
    crumbs.push_back({inspection_name(model.facts), paths::inspection(model.id)});
  return crumbs;
}

Html inspection_page(const Shell& shell, const InspectionModel& model) {
  std::vector<Part> parts;
  parts.push_back({"ratings", "Ratings", inspection_ratings(model)});
  parts.push_back({"domains", {}, inspection_standards(model)});
  parts.push_back({"recommendations", "Recommendations", inspection_actions(model)});
  parts.push_back({"check", "What checking the report found", inspection_check(model)});
  const auto background = inspection_background(model);
  parts.push_back(
      {background.view().find("id=\"evidence\"") != std::string_view::npos ? "evidence" : "area",
       "What the inspectors looked at, and the area", background});
  parts.push_back({"source", "Where this comes from", inspection_source(model)});

  Html main;
  main.reserve(65536);
  main += inspection_headline(model);
  main += ways_on(model);
  const bool is_short = parts[1].content.empty();
  if (is_short)
    main += short_card(model);
  else
    main += contents(model, parts);
  for (const auto& part : parts) main += part.content;
  return page(shell,
              {.title = inspection_name(model.facts) + " – inspection",
               .section = Section::Inspections,
               .breadcrumbs = inspection_crumbs(model, false),
               .description = "What the inspection of " + model.facts.service +
                              " youth justice service found, with the figures behind each rating."},
              main);
}

}  // namespace northlight::web::views
