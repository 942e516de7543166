#include "html/page.hpp"

#include "html/json_script.hpp"

namespace northlight::html {
namespace {

void add_head(Html& out, const Page& parameters) {
  out.add_raw("<head><meta charset=\"utf-8\">");
  out += element("title", {}, parameters.title);
  out.add_raw(
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">"
      "<meta name=\"theme-color\" content=\"#1d70b8\">");
  if (!parameters.description.empty())
    out.open("meta", {{"name", "description"}, {"content", parameters.description}});
  out.open("link", {{"rel", "icon"},
                    {"href", parameters.assets.icon},
                    {"type", "image/svg+xml"},
                    {"sizes", "any"}});
  out.open("link", {{"rel", "stylesheet"}, {"href", parameters.assets.style_sheet}});
  // A module waits for the page by itself, so that it can be fetched beside the style sheet.
  out += script_file(parameters.assets.script);
  out += parameters.head;
  out.add_raw("</head>");
}

void add_header(Html& out, const Page& parameters) {
  out.add_raw("<header class=\"govuk-template__header\">");
  out += generic_header(parameters.header);
  const auto& navigation = parameters.navigation;
  if (!navigation.items.empty() || !navigation.service_name.empty())
    out += service_navigation(navigation);
  if (parameters.phase_banner) out += phase_banner(*parameters.phase_banner);
  out.add_raw("</header>");
}

}  // namespace

Html page(const Page& parameters) {
  Html out;
  out.reserve(parameters.content.view().size() + 8192);
  out.add_raw("<!DOCTYPE html>\n");
  out.open("html", {{"lang", parameters.language}, {"class", "govuk-template"}});
  add_head(out, parameters);
  out.add_raw("<body class=\"govuk-template__body\">");
  out += skip_link(parameters.skip_link);
  add_header(out, parameters);
  out.add_raw("<div class=\"govuk-width-container\">");
  out += parameters.before_content;
  out.open("main", {{"class", classes({"govuk-main-wrapper", parameters.main_classes})},
                    {"id", "main-content"}});
  out += parameters.content;
  out.add_raw("</main></div><footer class=\"govuk-template__footer\">");
  out += footer(parameters.footer);
  out.add_raw("</footer></body></html>\n");
  return out;
}

}  // namespace northlight::html
