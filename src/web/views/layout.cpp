#include "web/views/layout.hpp"

#include "web/paths.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

struct Entry {
  Section section;
  const char* text;
  Url address;
};

// GOV.UK service navigation, with a menu button only where there is JavaScript.
Html navigation(Section current) {
  const Entry entries[] = {{Section::Inspections, "Inspections", paths::inspections()},
                           {Section::Services, "Services", paths::services()},
                           {Section::Compare, "Compare", paths::compare()},
                           {Section::Standards, "Standards", paths::standards()},
                           {Section::CheckReport, "Check a report", paths::check()},
                           {Section::RateAudit, "Rate an audit", paths::rate()},
                           {Section::OpenData, "Open data", paths::open_data()}};
  Html out;
  out.add_raw(
      R"(<div class="govuk-service-navigation" data-module="govuk-service-navigation"><div class="govuk-width-container"><div class="govuk-service-navigation__container"><nav aria-label="Menu" class="govuk-service-navigation__wrapper"><button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="navigation" hidden aria-hidden="true">Menu</button><ul class="govuk-service-navigation__list" id="navigation">)");
  for (const auto& entry : entries) {
    const bool is_current = entry.section == current;
    out.open("li", {{"class", is_current ? "govuk-service-navigation__item "
                                           "govuk-service-navigation__item--active"
                                         : "govuk-service-navigation__item"}});
    out.open("a",
             {{"class", "govuk-service-navigation__link"},
              {"href", entry.address},
              {"aria-current", is_current ? std::optional<std::string>("true") : std::nullopt}});
    if (is_current)
      out +=
          element("strong", {{"class", "govuk-service-navigation__active-fallback"}}, entry.text);
    else
      out.add_text(entry.text);
    out.add_raw("</a></li>");
  }
  out.add_raw("</ul></nav></div></div></div>");
  return out;
}

Html breadcrumbs(const std::vector<Crumb>& crumbs) {
  if (crumbs.empty()) return {};
  Html out;
  out.add_raw(
      R"(<nav class="govuk-breadcrumbs" aria-label="Breadcrumb"><ol class="govuk-breadcrumbs__list">)");
  const auto add = [&](const std::string& text, const Url& address) {
    out += element("li", {{"class", "govuk-breadcrumbs__list-item"}},
                   element("a", {{"class", "govuk-breadcrumbs__link"}, {"href", address}}, text));
  };
  add("Home", paths::home());
  for (const auto& crumb : crumbs) add(crumb.text, crumb.address);
  out.add_raw("</ol></nav>");
  return out;
}

Html footer() {
  const std::pair<const char*, Url> links[] = {{"About", paths::about()},
                                               {"How we count", paths::method()},
                                               {"Open data", paths::open_data()},
                                               {"Accessibility", paths::accessibility()},
                                               {"Privacy", paths::privacy()}};
  Html out;
  out.add_raw(
      R"(<footer class="govuk-footer"><div class="govuk-width-container"><div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow"><h2 class="govuk-visually-hidden">About this site</h2><ul class="govuk-footer__inline-list">)");
  for (const auto& [text, address] : links)
    out += element("li", {{"class", "govuk-footer__inline-list-item"}},
                   element("a", {{"class", "govuk-footer__link"}, {"href", address}}, text));
  out.add_raw(
      R"(</ul><div class="govuk-footer__meta-custom">Facts of published inspections: © Crown copyright, HM Inspectorate of Probation, used under the <a class="govuk-footer__link" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>. Northlight is independent of the inspectorate. Its program is open under the MIT licence.</div></div></div></div></footer>)");
  return out;
}

}  // namespace

Html page(const Shell& shell, const PageHead& head, const Html& main) {
  Html out;
  out.reserve(main.view().size() + 8192);
  out.add_raw(
      R"(<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>)");
  if (head.has_errors) out.add_raw("Error: ");
  out.add_text(head.title);
  out.add_raw(
      R"( – Northlight</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="theme-color" content="#1d70b8">)");
  if (!head.description.empty())
    out.open("meta", {{"name", "description"}, {"content", head.description}});
  out.open("link", {{"rel", "stylesheet"}, {"href", shell.assets.style_sheet}});
  out.add_raw(
      R"(</head><body class="govuk-template__body"><a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a><header class="govuk-template__header nl-header"><div class="govuk-width-container">)");
  out += element("a", {{"class", "nl-header__link"}, {"href", paths::home()}}, "Northlight");
  out.add_raw("</div></header>");
  out += navigation(head.section);
  out.add_raw(
      R"(<div class="govuk-width-container"><div class="govuk-phase-banner"><p class="govuk-phase-banner__content"><strong class="govuk-tag govuk-phase-banner__content__tag">Beta</strong><span class="govuk-phase-banner__text">This is a new, independent service. It is not run by the inspectorate.</span></p></div>)");
  out += breadcrumbs(head.breadcrumbs);
  out.add_raw(R"(<main class="govuk-main-wrapper" id="main-content">)");
  out += main;
  out.add_raw("</main></div>");
  out += footer();
  out.add_raw("</body></html>");
  return out;
}

std::string document(const Shell& shell, const PageHead& head, const Html& main) {
  return page(shell, head, main).take();
}

}  // namespace northlight::web::views
