#include "web/views/error_view.hpp"

#include "base/text.hpp"
#include "web/paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

struct ErrorWords {
  const char* heading;
  const char* what_is_wrong;  ///< Where the page itself does not say it.
  const char* what_to_do;     ///< Where the page itself does not say that either.
};

/// What was sent with the request is lost, unlike what is still in the form.
constexpr const char* form_still_there =
    "If you had filled in a form, nothing of what you sent just now was kept: go back to the form "
    "rather than start again.";

/// The same whether the address stands for something that they may not see or for nothing at all:
/// it does not say that it is kept.
Html what_was_sent(const ErrorModel& model) {
  if (model.by_link)
    return paragraph(
        "What you wrote was not sent. It is kept for you for 7 days, and stands on your page.");
  return paragraph(
      all(text("Nothing of what you entered was saved. What you wrote is kept for you alone for 7 "
               "days, unless its file was erased: "),
          link(paths::sign_in_kept(), "see what is kept for you"), text(".")));
}

/// More than one sentence: what is wrong, and then what to do.
bool tells_what_to_do(std::string_view message) {
  return message.find(". ") != std::string_view::npos;
}

/// A fault that is understood: its message says what is wrong and whom to tell.
constexpr ErrorWords understood{"This page cannot be shown", "", ""};

ErrorWords words_for(int status) {
  switch (status) {
    case 400:
      return {"We could not read what your browser sent",
              "If you typed or pasted an address, check it. Otherwise go back and try again.", ""};
    case 403:
      return {"You cannot do this", "Your role does not allow it.",
              "If you need it for your work, speak with your manager or whoever looks after the "
              "accounts of your organisation."};
    case 404:
      return {"Page not found", "",
              "If you typed the address, check that it is correct. If you pasted it, check that "
              "you copied all of it. The page may have moved, or it may not be open to you."};
    case 405:
      return {"This page cannot be used in that way", "",
              "Open the page from a link on this site and use its form."};
    case 408:
      return {"It took too long to arrive",
              "What your browser sent did not arrive in time. Check your connection and try again.",
              ""};
    case 409:
      return {"Somebody else has changed this", "What you wanted to do no longer fits.",
              "Go back, load the page again and see how it stands now."};
    case 413:
      return {"What you sent is too large", "",
              "Choose a smaller file, or paste only the part that you need."};
    case 422:
      return {"Something needs to be put right", "", "Go back and check what you entered."};
    case 429:
      return {"You have asked too often", "Wait a minute and try again.", ""};
    case 431:
      return {"Your browser sent too much with its request",
              "Clear the cookies of this site in your browser and try again.", ""};
    case 503:
      return {"This cannot be done just now", "The service is busy. Wait a minute and try again.",
              ""};
    default:
      return {"There is a problem with the service",
              "It is our fault, not yours. Try again in a few minutes.", ""};
  }
}

Html ways_on(const char* lead, const std::vector<Crumb>& ways) {
  Html list;
  for (const auto& way : ways)
    list +=
        element("li", {}, element("a", {{"class", "govuk-link"}, {"href", way.address}}, way.text));
  return paragraph(lead) + element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
}

/// To the parts of the service that are theirs, where it is known who reads.
Html where_to_go_on(const Shell& shell, bool by_link) {
  if (by_link) return ways_on("You can:", {{"go back to your page", paths::mine()}});
  std::vector<Crumb> ways;
  if (shell.person) {
    for (const auto section : shell.person->sections) {
      if (section == Section::Inspections) break;  // From here on, what is open to all.
      ways.push_back(way_to(section));
    }
    ways.push_back(way_to(Section::Account));
    return ways_on("You can go to:", ways);
  }
  if (shell.can_sign_in)
    ways.push_back(
        {shell.whoever_reads ? "go to your account, or sign in" : "sign in", paths::sign_in()});
  ways.push_back({"look for an inspection", paths::inspections()});
  ways.push_back({"look for a youth justice service", paths::services()});
  ways.push_back({"go to the start page", paths::home()});
  return ways_on("You can:", ways);
}

}  // namespace

Html error_page(const Shell& shell, const ErrorModel& model) {
  const bool is_understood = model.status == 500 && !model.message.empty();
  const auto said = is_understood ? understood : words_for(model.status);
  const auto paragraph_of = [](std::string_view what) {
    return what.empty() ? Html{} : paragraph(what);
  };
  const auto heading = model.heading.empty() ? std::string(said.heading) : model.heading;
  Html main = element("h1", {{"class", "govuk-heading-l"}}, heading);
  main += paragraph_of(model.message.empty() ? std::string_view(said.what_is_wrong)
                                             : std::string_view(model.message));
  // What the page itself says to do comes in place of what can be said of every page.
  if (model.heading.empty() && !tells_what_to_do(model.message))
    main += paragraph_of(model.by_link && model.status < 429
                             ? "If you think that this is wrong, ask your worker."
                             : said.what_to_do);
  const bool is_lost =
      model.status == 408 || model.status == 429 || (model.status >= 500 && !is_understood);
  if (is_lost && !model.kept) main += paragraph(form_still_there);
  if (model.kept) main += what_was_sent(model);
  if (!model.form.empty())
    main += paragraph(
        element("a", {{"class", "govuk-link govuk-!-font-weight-bold"}, {"href", Url(model.form)}},
                "Go back to the form"));
  main += where_to_go_on(shell, model.by_link);
  if (model.status >= 500 && !model.request.empty())
    main += paragraph(all(text("If it happens again, quote this number: "),
                          element("strong", {}, model.request)));
  return page(shell, {.title = heading, .by_link = model.by_link, .tells_time = false},
              in_two_thirds(main));
}

}  // namespace northlight::web::views
