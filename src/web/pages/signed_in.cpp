#include "web/pages/signed_in.hpp"

#include <algorithm>

#include "web/paths.hpp"
#include "web/target.hpp"

namespace northlight::web {

views::Shell shell_for(const Site& site, const Request& request) {
  auto shell = site.shell;
  shell.can_sign_in = site.people != nullptr;
  if (!request.visitor) return shell;
  const auto left = request.visitor->ends_at - request.visitor->asker.at;
  shell.person = views::SignedInAs{
      .name = request.visitor->name,
      .form_token = request.visitor->form_token,
      .sections = {},
      .seconds_left = std::chrono::duration_cast<std::chrono::seconds>(left).count()};
  shell.person->sections = {views::Section::Children, views::Section::Inspections,
                            views::Section::Standards};
  return shell;
}

Response show_to_visitor(html::Html page, int status) {
  return Response::html(std::move(page).take(), status).with("Cache-Control", "no-store");
}

Response refused(const Error& error, const Request& request,
                 const std::optional<domain::FileId>& file) {
  if (error.code == ErrorCode::NotFound) return Response::problem(404);
  if (error.code == ErrorCode::NeedsReason && file)
    return Response::redirect(paths::file_reason(file->text(), address_of(request)).text());
  return Response::problem(error);
}

std::string address_of(const Request& request) {
  const auto& target = request.target;
  return target.query_text.empty() ? target.path : target.path + "?" + target.query_text;
}

std::string safe_next(std::string_view next, std::string_view otherwise) {
  const bool ours = !next.starts_with("//") && next.size() <= 2'000 && Target::parse(next);
  return std::string(ours ? next : otherwise);
}

}  // namespace northlight::web
