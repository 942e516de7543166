#include "web/views/demo_people_view.hpp"

#include "html/details.hpp"
#include "html/table.hpp"
#include "html/warning_text.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {

using namespace html;

Html demo_people_section(const std::vector<DemoSignIn>& people,
                         const std::vector<DemoLink>& links) {
  if (people.empty()) return {};
  Html out = section_heading("demo-people", "Sign in to this demonstration");
  out += warning_text(
      {.text = "All of it is invented: the services, the people who work there, and every child. "
               "Enter nothing about anybody real. All is removed when the demonstration ends."});
  out += element("p", {{"class", "govuk-body"}}, "There is one person for each role. ",
                 link(paths::sign_in(), "Sign in"),
                 " with their e-mail address, their password and their code. A code works for "
                 "about a minute and once: load this page again for the next one.");
  Table table{.caption = "People of the demonstration",
              .caption_classes = "govuk-visually-hidden",
              .head = {{.text = "Who"}, {.text = "E-mail address, password, code now"}},
              .first_cell_is_header = true,
              .classes = "nl-close nl-demo-people govuk-table--small-text-until-tablet"};
  for (const auto& one : people)
    table.rows.push_back(
        {{.text = all(text(one.role), element("span", {{"class", "nl-demo-people__who"}},
                                              one.name + ", " + one.organisation))},
         {.text = all(element("code", {}, one.sign_in_name), element("code", {}, one.password),
                      element("code", {}, one.code))}});
  out += details({.summary = "The people of this demonstration", .content = html::table(table)});
  for (const auto& one : links)
    out += element("p", {{"class", "govuk-body nl-demo-link"}}, one.whose + ": ",
                   link(Url(one.address), "open the link"), ", with the secret words ",
                   element("code", {}, one.words));
  return out;
}

}  // namespace northlight::web::views
