#include "web/views/error_view.hpp"

#include "web/paths.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

struct ErrorWords {
  const char* heading;
  const char* what_to_do;
};

ErrorWords words_for(int status) {
  switch (status) {
    case 400:
      return {"The address could not be read",
              "Your browser sent something that we cannot make sense of. Go back, or start again "
              "from the start page."};
    case 403:
      return {"You cannot see this page", "Go back, or start again from the start page."};
    case 404:
      return {"Page not found",
              "If you typed the address, check that it is correct. If you pasted it, check that "
              "you copied all of it. The page may also have moved."};
    case 405:
      return {"This page cannot be used in that way",
              "Open the page from a link on this site and use its form."};
    case 413:
      return {"What you sent is too large",
              "Choose a smaller file, or paste only the part that you need."};
    case 422:
      return {"Something needs to be put right", "Go back and check what you entered."};
    case 429:
    case 503:
      return {"The site is busy",
              "Wait a minute and try again. Nothing that you entered on the last page was kept, so "
              "go back rather than start again."};
    default:
      return {"There is a problem with the site",
              "It is our fault, not yours. Try again in a few minutes."};
  }
}

}  // namespace

Html error_page(const Shell& shell, const ErrorModel& model) {
  const auto words = words_for(model.status);
  Html main;
  main.add_raw(R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">)");
  main += element("h1", {{"class", "govuk-heading-l"}}, words.heading);
  if (!model.message.empty()) main += element("p", {{"class", "govuk-body"}}, model.message);
  // What the page itself says to do comes in place of what can be said of every page.
  if (model.form.empty() || model.message.empty())
    main += element("p", {{"class", "govuk-body"}}, words.what_to_do);
  if (!model.form.empty())
    main += element(
        "p", {{"class", "govuk-body"}},
        element("a", {{"class", "govuk-link govuk-!-font-weight-bold"}, {"href", Url(model.form)}},
                "Go back to the form"));
  main.add_raw(R"(<p class="govuk-body">You can:</p><ul class="govuk-list govuk-list--bullet">)");
  const auto link = [&](const Url& address, const char* text) {
    main += element("li", {}, element("a", {{"class", "govuk-link"}, {"href", address}}, text));
  };
  if (shell.can_sign_in) link(paths::sign_in(), "go back to your own pages, or sign in");
  link(paths::inspections(), "look for an inspection");
  link(paths::services(), "look for a youth justice service");
  link(paths::home(), "go to the start page");
  main.add_raw("</ul>");
  if (model.status >= 500 && !model.request.empty())
    main +=
        element("p", {{"class", "govuk-body"}},
                "If it happens again, quote this number: ", element("strong", {}, model.request));
  main.add_raw("</div></div>");
  return page(shell, {.title = words.heading}, main);
}

}  // namespace northlight::web::views
