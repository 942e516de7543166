#include "base/text.hpp"
#include "html/button.hpp"
#include "html/radios.hpp"
#include "html/textarea.hpp"
#include "html/warning_text.hpp"
#include "web/subject_access_paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/subject_access_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html box(const char* name, const char* label, const std::string& hint, const std::string& value,
         const Wrong& wrong) {
  return textarea({.name = name,
                   .label = {.text = label, .classes = "govuk-label--s"},
                   .hint = {.text = hint},
                   .error = wrong_with(wrong, name),
                   .value = value,
                   .rows = 3,
                   .autocomplete = "off"});
}

Html part(const char* title, const SubjectFrame& frame, const char* address, const char* what,
          const char* save, const Html& content) {
  Html out = element("h2", {{"class", "govuk-heading-m govuk-!-margin-top-6"}}, title);
  out += post_form(paths::subject_request(frame.file, frame.review.request.id, address),
                   frame.form_token);
  out += hidden_field("what", what) + content;
  out += button({.text = save, .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

Radio choice(domain::RequestEnd value) {
  return {.text = std::string(domain::words(value)), .value = std::string(domain::code(value))};
}

template <typename Choice>
Radio choice(Choice value, bool of_victim) {
  return {.text = std::string(domain::words(value, of_victim)),
          .value = std::string(domain::code(value))};
}

}  // namespace

void fill_kept_words(SubjectDetailsModel& model) {
  const auto& request = model.frame.review.request;
  if (const auto& said = request.identity_words; said && model.identity_words.empty())
    model.identity_words = said->reveal();
  if (const auto& said = request.basis_words; said && model.basis_words.empty())
    model.basis_words = said->reveal();
}

Html subject_details_page(const Shell& shell, const SubjectDetailsModel& model) {
  const auto& frame = model.frame;
  const auto& request = frame.review.request;
  const bool of_victim = frame.review.subject.of_victim;
  const std::string whose = of_victim ? "victim" : "child";
  Html main = wrong_summary(model.wrong);
  main += subject_heading(subject_name(frame.review.subject), "About the request");
  main += part("Who they are", frame, "/details", "identity", "Save who they are",
               day_field("identity_on", "On which day did you check who they are?", "",
                         model.identity_on, model.wrong) +
                   box("identity_words", "How?", "For example: known to us, or a passport was seen",
                       model.identity_words, model.wrong));
  if (request.asked_by != domain::Requester::Child)
    main += part(
        "On what ground they are answered", frame, "/details", "basis", "Save the ground",
        radios(
            {.name = "basis",
             .fieldset = {.legend = {.text = "Why may they have the " + whose + "’s information?",
                                     .classes = "govuk-fieldset__legend--s"}},
             .error = wrong_with(model.wrong, "basis"),
             .items = {choice(domain::AnswerBasis::AgreedByChild, of_victim),
                       choice(domain::AnswerBasis::RequiredByLaw, of_victim)},
             .value = model.basis}) +
            box("basis_words", "What was agreed, or which law?",
                "When and how the " + whose + " agreed, to what, and with whom they talked it over",
                model.basis_words, model.wrong));
  Radios who{.name = "asked_by",
             .fieldset = {.legend = {.text = "Who asks?", .classes = "govuk-fieldset__legend--s"}},
             .error = wrong_with(model.wrong, "asked_by"),
             .items = {choice(domain::Requester::Child, of_victim),
                       choice(domain::Requester::Parent, of_victim),
                       choice(domain::Requester::Representative, of_victim)},
             .value = model.asked_by};
  main += part("Put right who asks or when", frame, "/details", "correct", "Correct the request",
               paragraph("When the answer is due follows from the day. If somebody else asks than "
                         "was written down, note again who they are. What stood here before is "
                         "kept, and whoever corrects a request does not give the answer out.") +
                   radios(who) +
                   day_field("received_on", "On which day was it received?", "", model.received,
                             model.wrong));
  if (!request.extended)
    main += part("Take longer", frame, "/details", "longer", "Take the longer time",
                 box("extended", "Why does it take longer?",
                     "Only where there is much of it or it is hard to answer. Tell whoever asked, "
                     "and why, before the first day that it was due",
                     model.extended, model.wrong));
  if (frame.may_release)
    main += part("End it without an answer", frame, "/end", "end", "End the request",
                 radios({.name = "closed_how",
                         .fieldset = {.legend = {.text = "How does it end?",
                                                 .classes = "govuk-fieldset__legend--s"}},
                         .error = wrong_with(model.wrong, "closed_how"),
                         .items = {choice(domain::RequestEnd::Withdrawn),
                                   choice(domain::RequestEnd::Refused)},
                         .value = model.closed_how}) +
                     box("closed_words", "Why?", "", model.closed_words, model.wrong));
  main += back_to_request(frame);
  return page(shell, subject_head(frame, "About the request", !model.wrong.empty()),
              in_two_thirds(main));
}

Html subject_release_page(const Shell& shell, const SubjectReleaseModel& model) {
  const auto& frame = model.frame;
  const auto& request = frame.review.request;
  const bool of_victim = frame.review.subject.of_victim;
  Html main;
  if (!model.problem.empty()) main += wrong_summary({.field = "give", .message = model.problem});
  main += subject_heading(subject_name(frame.review.subject), "Give it out");
  main += paragraph("Everything was read and every hiding decided. It goes to: " +
                    std::string(domain::words(request.asked_by, of_victim)) + ".");
  if (const auto& basis = request.basis)
    main += paragraph("On the ground that " + lower(domain::words(*basis, of_victim)) + ".");
  main += paragraph(
      model.prints_pdf
          ? "You get a page to read, a PDF to print or send, and a file for computers. All three "
            "are kept as they are, so that it can be shown what was given out."
          : "You get a page to read and a file for computers; both are kept as they are, so that "
            "it "
            "can be shown what was given out. There will be no PDF: Chromium, which prints it, is "
            "not installed on this server.");
  if (!model.documents.empty()) {
    Html items;
    for (const auto& document : model.documents)
      items += element("li", {}, document_link(frame, document));
    main += paragraph("These go with it, as they were sent in:");
    main += element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
  }
  main += warning_text({.text = "This cannot be taken back. It is written in the log as a "
                                "disclosure, with whom it went to."});
  main += post_form(paths::subject_request(frame.file, request.id, "/release"), frame.form_token);
  main += element(
      "div", {{"class", "govuk-button-group"}},
      button({.text = "Give it out", .prevent_double_click = true, .id = "give"}),
      element("a",
              {{"class", "govuk-link"}, {"href", paths::subject_request(frame.file, request.id)}},
              "Not yet"));
  main.close("form");
  return page(shell, subject_head(frame, "Give it out", !model.problem.empty()), main);
}

}  // namespace northlight::web::views
