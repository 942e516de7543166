#include "web/pages/confirm_password.hpp"

#include "accounts/sign_in.hpp"
#include "web/from.hpp"
#include "web/pages/sign_in_pages.hpp"
#include "web/pages/signed_in.hpp"
#include "web/people.hpp"

namespace northlight::web {

Response confirm_page(const Site& site, const Request& request, views::ConfirmForm form,
                      std::string error) {
  form.form_token = request.form_token;
  form.error = std::move(error);
  const int status = form.error.empty() ? 200 : unprocessable;
  return show_to_visitor(views::confirm_password_page(shell_for(site, request), form), status);
}

std::optional<std::string> wrong_confirmation(const Site& site, const Request& request) {
  const auto checked = site.people->sign_in.check_password(
      request.visitor->asker.person,
      request.form.find("password") != nullptr ? std::string_view(*request.form.find("password"))
                                               : std::string_view(),
      from_now(site, request));
  if (!checked) return checked.error().message;
  if (checked->wait.count() > 0) return wait_words(checked->wait);
  if (!checked->is_right) return "That is not your password";
  return std::nullopt;
}

}  // namespace northlight::web
