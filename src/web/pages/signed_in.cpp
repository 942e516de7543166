#include "web/pages/signed_in.hpp"
#include "store/changed_version.hpp"

#include <array>

#include "accounts/policy.hpp"
#include "accounts/try_again.hpp"
#include "web/from.hpp"
#include "web/paths.hpp"

namespace northlight::web {
namespace {

/// A part of the service and what somebody must be allowed somewhere to be shown the way to it. A
/// part stands here once its pages do.
struct Part {
  views::Section section;
  domain::Action needs;
  bool walled = false;  ///< On a victim's file.
};
constexpr std::array parts_of_service{
    Part{views::Section::Children, domain::Action::FindFile},
    Part{views::Section::Victims, domain::Action::FindFile, true},
    Part{views::Section::SubjectAccess, domain::Action::PrepareSubjectAccess},
    Part{views::Section::Retention, domain::Action::ReviewRetention},
    Part{views::Section::Samples, domain::Action::SeeSample},
    Part{views::Section::People, domain::Action::SeePeople},
    Part{views::Section::Audit, domain::Action::ReadAudit},
    Part{views::Section::Settings, domain::Action::ChangeSettings}};

bool gives(const accounts::Role& role, const Part& part) {
  return part.walled ? !role.on(part.needs, true).any().empty() : role.anywhere().has(part.needs);
}

std::vector<views::Section> sections_for(const People& people, const accounts::Asker& asker) {
  std::vector<views::Section> sections;
  for (const auto& part : parts_of_service)
    for (const auto& held : asker.roles) {
      const auto* role = people.policy.find(held.role);
      if (role == nullptr || !gives(*role, part)) continue;
      sections.push_back(part.section);
      break;
    }
  for (const auto section : {views::Section::Inspections, views::Section::Standards,
                             views::Section::CheckReport, views::Section::RateAudit})
    sections.push_back(section);
  return sections;
}

}  // namespace

accounts::From from_now(const Site& site, const Request& request) {
  return from_of(request, site.people->clock.now());
}

std::string wait_words(std::chrono::seconds wait) {
  return "There were too many wrong tries. Wait " + accounts::in_words(wait) + " and try again";
}

views::Shell shell_for(const Site& site, const Request& request) {
  if (request.visitor) return shell_for(site, *request.visitor);
  auto shell = site.shell;
  shell.can_sign_in = site.people != nullptr;
  return shell;
}

views::Shell shell_for(const Site& site, const Visitor& visitor) {
  const auto seconds_until = [&](platform::Instant end) {
    return std::chrono::duration_cast<std::chrono::seconds>(end - visitor.asker.at).count();
  };
  auto shell = site.shell;
  shell.can_sign_in = true;
  shell.person = views::SignedInAs{.name = visitor.name,
                                   .form_token = visitor.form_token,
                                   .sections = sections_for(*site.people, visitor.asker),
                                   .seconds_left = seconds_until(visitor.ends_at),
                                   .longest_left = seconds_until(visitor.ends_for_all)};
  return shell;
}

Response show_to_visitor(html::Html page, int status) {
  return Response::html(std::move(page).take(), status).with("Cache-Control", "no-store");
}

Response refused(const Error& error, const Request& request,
                 const std::optional<domain::FileId>& file) {
  if (error.code == ErrorCode::NotFound) return Response::problem(404);
  if (error.code == ErrorCode::NeedsReason && file) {
    // A form is kept by the entrance, and waits where their reason leads to.
    const bool sent = request.method == Method::Post;
    auto response = Response::redirect(
        paths::file_reason(file->text(),
                           sent ? std::string(paths::sign_in_kept().text()) : address_of(request))
            .text());
    response.leaves_form = sent;
    return response;
  }
  if (store::is_changed_version(error)) return Response::problem(500, error.message);
  return Response::problem(error);
}

std::string address_to_hand_on(const Site& site, const Request& request, const html::Url& path) {
  if (!site.base_url.empty()) return site.base_url + std::string(path.text());
  const bool over_tls = site.people != nullptr && site.people->transport == Transport::BehindTls;
  return (over_tls ? "https://" : "http://") + std::string(request.headers.value("Host")) +
         std::string(path.text());
}

}  // namespace northlight::web
