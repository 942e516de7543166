#include "web/views/layout.hpp"

#include "html/breadcrumbs.hpp"
#include "web/paths.hpp"

namespace northlight::web::views {
namespace {

html::ServiceNavigation navigation(Section current) {
  const auto entry = [&](Section section, const char* text, html::Url address) {
    return html::NavigationItem{
        .text = text, .href = std::move(address), .active = section == current};
  };
  return {.items = {entry(Section::Inspections, "Inspections", paths::inspections()),
                    entry(Section::Services, "Services", paths::services()),
                    entry(Section::Compare, "Compare", paths::compare()),
                    entry(Section::Standards, "Standards", paths::standards()),
                    entry(Section::CheckReport, "Check a report", paths::check()),
                    entry(Section::RateAudit, "Rate an audit", paths::rate()),
                    entry(Section::OpenData, "Open data", paths::open_data())}};
}

html::Html breadcrumbs(const std::vector<Crumb>& crumbs) {
  if (crumbs.empty()) return {};
  html::Breadcrumbs all;
  all.items.push_back({.text = "Home", .href = paths::home()});
  for (const auto& crumb : crumbs) all.items.push_back({.text = crumb.text, .href = crumb.address});
  return html::breadcrumbs(all);
}

html::Footer footer() {
  return {
      .meta_title = "About this site",
      .links = {{.text = "About", .href = paths::about()},
                {.text = "How we count", .href = paths::method()},
                {.text = "Open data", .href = paths::open_data()},
                {.text = "Accessibility", .href = paths::accessibility()},
                {.text = "Privacy", .href = paths::privacy()}},
      .text = html::raw(
          R"(Facts of published inspections: © Crown copyright, HM Inspectorate of Probation, used under the <a class="govuk-footer__link" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>. Northlight is independent of the inspectorate.)")};
}

/// What no page changes, made once.
struct Frame {
  html::Footer foot = footer();
  html::PhaseBanner phase{
      .tag = {.text = "Beta"},
      .text = "This is a new, independent service. It is not run by the inspectorate."};
};

}  // namespace

html::Html page(const Shell& shell, const PageHead& head, const html::Html& main) {
  static const Frame frame;
  return html::page({.title = (head.has_errors ? "Error: " : "") + head.title + " – Northlight",
                     .description = head.description,
                     .assets = shell.assets,
                     .navigation = navigation(head.section),
                     .phase_banner = frame.phase,
                     .before_content = breadcrumbs(head.breadcrumbs),
                     .content = main,
                     .footer = frame.foot});
}

std::string document(const Shell& shell, const PageHead& head, const html::Html& main) {
  return page(shell, head, main).take();
}

}  // namespace northlight::web::views
