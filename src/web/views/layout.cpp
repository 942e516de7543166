#include "web/views/layout.hpp"

#include "html/breadcrumbs.hpp"
#include "web/paths.hpp"
#include "web/child_paths.hpp"

namespace northlight::web::views {
namespace {

html::NavigationItem entry(Section section, Section current) {
  auto way = way_to(section);
  return {.text = way.text, .href = std::move(way.address), .active = section == current};
}

/// Their name, which leads to the account, and the way out.
html::Html way_out(const SignedInAs& person) {
  return html::element(
      "div", {{"class", "nl-visitor"}},
      html::element("a", {{"class", "nl-visitor__name"}, {"href", paths::account()}},
                    html::element("span", {{"class", "govuk-visually-hidden"}}, "Your account: "),
                    person.name.reveal()),
      html::element(
          "form", {{"method", "post"}, {"action", paths::sign_out()}},
          form_token(person.form_token),
          html::element("button", {{"class", "nl-visitor__out"}, {"type", "submit"}}, "Sign out")));
}

/// To their account for whoever is signed in, and to the way in for anybody else.
html::Html way_in(bool whoever_reads) {
  return html::element(
      "div", {{"class", "nl-visitor"}},
      html::element("a", {{"class", "nl-visitor__name"}, {"href", paths::sign_in()}},
                    whoever_reads ? "Your account" : "Sign in"));
}

html::ServiceNavigation navigation(const Shell& shell, Section current, bool by_link) {
  static const std::vector<Section> open_to_all = {
      Section::Inspections, Section::Services,  Section::Compare, Section::Standards,
      Section::CheckReport, Section::RateAudit, Section::OpenData};
  html::ServiceNavigation all;
  if (by_link) return all;
  for (const auto section : shell.person ? shell.person->sections : open_to_all)
    all.items.push_back(entry(section, current));
  if (shell.person)
    all.slots.end = way_out(*shell.person);
  else if (shell.can_sign_in)
    all.slots.end = way_in(shell.whoever_reads);
  all.slots.end_is_inline = !all.slots.end.empty();
  return all;
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

/// How long a session lasts, for who reads; the script (web-assets/session.js) warns when it is
/// nearly over.
html::Html session_note(const SignedInAs& person) {
  return html::element("p",
                       {{"class", "govuk-body-s nl-session"},
                        {"data-nl-session", true},
                        {"data-seconds-left", person.seconds_left},
                        {"data-longest-left", person.longest_left},
                        {"data-check", paths::account_session().text()},
                        {"data-key", paths::draft_key().text()},
                        {"data-sign-in", paths::sign_in().text()}},
                       "For safety you are signed out when you have opened no page for 30 minutes, "
                       "and 12 hours after "
                       "you signed in at the latest. What you have typed into a form is then kept "
                       "until you have signed in again.");
}

/// What no page changes, made once.
struct Frame {
  html::Footer foot = footer();
  html::Footer short_foot{.meta_title = "About this site",
                          .links = {{.text = "Accessibility", .href = paths::accessibility()},
                                    {.text = "Privacy", .href = paths::privacy()}}};
  html::PhaseBanner phase{
      .tag = {.text = "Beta"},
      .text = "This is a new, independent service. It is not run by the inspectorate."};
};

}  // namespace

Crumb way_to(Section section) {
  const auto to = [](const char* text, html::Url address) {
    return Crumb{text, std::move(address)};
  };
  switch (section) {
    case Section::None:
      break;
    case Section::Children:
      return to("Children", paths::children());
    case Section::Victims:
      return to("Victims", html::Url("/victims"));
    case Section::SubjectAccess:
      return to("Requests", html::Url("/subject-access"));
    case Section::Retention:
      return to("Files to review", html::Url("/retention"));
    case Section::Samples:
      return to("Samples", paths::samples());
    case Section::People:
      return to("People", paths::people());
    case Section::Audit:
      return to("Audit trail", paths::audit());
    case Section::Settings:
      return to("Settings", paths::settings());
    case Section::Account:
      return to("Your account", paths::account());
    case Section::Services:
      return to("Services", paths::services());
    case Section::Inspections:
      return to("Inspections", paths::inspections());
    case Section::Compare:
      return to("Compare", paths::compare());
    case Section::Standards:
      return to("Standards", paths::standards());
    case Section::CheckReport:
      return to("Check a report", paths::check());
    case Section::RateAudit:
      return to("Rate an audit", paths::rate());
    case Section::OpenData:
      return to("Open data", paths::open_data());
  }
  return to("Home", paths::home());
}

html::Html page(const Shell& shell, const PageHead& head, const html::Html& main) {
  static const Frame frame;
  return html::page(
      {.title = (head.has_errors ? "Error: " : "") + head.title + " – Northlight",
       .description = head.description,
       .assets = shell.assets,
       .navigation = navigation(shell, head.section, head.by_link),
       .phase_banner = frame.phase,
       .before_content = breadcrumbs(head.breadcrumbs),
       .content = shell.person && head.tells_time ? main + session_note(*shell.person) : main,
       .footer = head.by_link ? frame.short_foot : frame.foot});
}

html::Html form_token(std::string_view token) {
  return html::element("input", {{"type", "hidden"}, {"name", "csrf_token"}, {"value", token}});
}

std::string document(const Shell& shell, const PageHead& head, const html::Html& main) {
  return page(shell, head, main).take();
}

}  // namespace northlight::web::views
