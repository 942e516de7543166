#include "web/views/subject_access_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/details.hpp"
#include "html/notification_banner.hpp"
#include "html/radios.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "html/task_list.hpp"
#include "web/subject_access_paths.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/subject_access_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string formats_words(std::string_view format) {
  if (format == "html") return "A page to read (HTML)";
  if (format == "pdf") return "To print or send (PDF)";
  return "For computers (JSON)";
}

Html size_of(std::int64_t bytes) {
  return element("span", {{"class", "nl-nowrap"}}, std::to_string((bytes + 1023) / 1024) + " KB");
}

std::string_view kind_words(domain::UploadKind kind) {
  switch (kind) {
    case domain::UploadKind::Pdf:
      return "a PDF";
    case domain::UploadKind::Jpeg:
    case domain::UploadKind::Png:
      return "a picture";
    case domain::UploadKind::PlainText:
      return "plain text";
    case domain::UploadKind::Docx:
      break;
  }
  return "a Word document";
}

/// What is proposed to be hidden in a part, and what of it has lost its words.
std::string hint_of(const casework::ReviewedPart& part) {
  const auto hidings = static_cast<long long>(part.hidings);
  auto hint = hidings == 0 ? std::string("Nothing is proposed to be hidden")
                           : counted(hidings, "place", "places") + " proposed to be hidden";
  if (part.lost > 0 && part.reading != casework::Reading::Read)
    hint += "; " + counted(static_cast<long long>(part.lost),
                           "hiding that was added no longer finds its words",
                           "hidings that were added no longer find their words");
  return hint;
}

TaskStatus status_of(const domain::HeldPart& held, const casework::ReviewedPart& part) {
  if (held.unshown) return {.tag = Tag{.text = "Cannot be shown", .classes = "govuk-tag--yellow"}};
  if (part.reading == casework::Reading::ChangedSince)
    return {.tag = Tag{.text = "Changed since it was read", .classes = "govuk-tag--yellow"}};
  if (part.unchecked > 0)
    return {.tag = Tag{.text = counted(static_cast<long long>(part.unchecked), "place to decide",
                                       "places to decide"),
                       .classes = "govuk-tag--blue"}};
  if (part.reading == casework::Reading::NotRead)
    return {.tag = Tag{.text = "To read", .classes = "govuk-tag--blue"}};
  return {.text = "Read"};
}

Html parts_list(const SubjectFrame& frame) {
  TaskList tasks{.id_prefix = "part"};
  for (std::size_t i = 0; i < frame.review.parts.size(); ++i) {
    const auto& part = frame.review.holding.parts[i];
    tasks.items.push_back(
        {.title = part.title,
         .href = paths::subject_part(frame.file, frame.review.request.id, part.code),
         .hint = part.unshown ? std::string("It is not what was recorded")
                              : hint_of(frame.review.parts[i]),
         .status = status_of(part, frame.review.parts[i])});
  }
  return task_list(tasks);
}

SummaryRow request_fact(const char* key, Html value) {
  return {.key = key, .value = std::move(value)};
}

Html with_words(const std::string& said, const std::optional<Sensitive<std::string>>& words_said) {
  auto out = element("span", {{"class", "nl-block"}}, said);
  if (words_said) out += element("span", {{"class", "nl-block nl-quiet"}}, words_said->reveal());
  return out;
}

Html facts(const SubjectFrame& frame) {
  const auto& request = frame.review.request;
  const bool of_victim = frame.review.subject.of_victim;
  SummaryList list;
  list.rows.push_back(request_fact("Who asks", text(domain::words(request.asked_by, of_victim))));
  list.rows.push_back(request_fact("Received", text(words(request.received_on))));
  for (const auto& before : frame.review.corrections)
    list.rows.push_back(request_fact(
        "Corrected", with_words(moment_words(before.at),
                                Sensitive("It said before: " +
                                          std::string(domain::words(before.asked_by, of_victim)) +
                                          ", received on " + words(before.received_on)))));
  if (request.open())
    list.rows.push_back(request_fact(
        "Due", with_words(words(request.due_on) + ", " + due_words(request.due_on, frame.today),
                          request.extended)));
  list.rows.push_back(request_fact(
      "Who they are", request.identity_on ? with_words("Checked on " + words(*request.identity_on),
                                                       request.identity_words)
                                          : text("Nobody has noted it yet")));
  if (request.asked_by != domain::Requester::Child)
    list.rows.push_back(request_fact(
        "On what ground",
        request.basis
            ? with_words(std::string(domain::words(*request.basis, of_victim)), request.basis_words)
            : text("Not said yet")));
  if (request.closed_how && request.closed_at)
    list.rows.push_back(
        request_fact("Ended", with_words(std::string(domain::words(*request.closed_how)) + " on " +
                                             moment_words(*request.closed_at),
                                         request.closed_words)));
  return summary_list(list);
}

Html to_do(const SubjectFrame& frame) {
  const auto& id = frame.review.request.id;
  Html out = element("a",
                     {{"class", "govuk-link govuk-body"},
                      {"href", paths::subject_request(frame.file, id, "/details")}},
                     "Change what stands here, take longer, or end without an answer");
  out += element("h2", {{"class", "govuk-heading-m govuk-!-margin-top-6"}}, "Read and decide");
  out += paragraph(
      "Everything that is held is below. Read each part to its end, and decide on each place where "
      "something about another person is proposed to be hidden. Whoever wrote the request down or "
      "corrected it, decides on a place or marks a part as read does not give the answer out: "
      "another person "
      "does.");
  out += parts_list(frame);
  out += element("p", {{"class", "govuk-body"}},
                 element("a",
                         {{"class", "govuk-link"},
                          {"href", paths::subject_request(frame.file, id, "/preview")}},
                         "See it as it would be given out now"));
  out += element("h2", {{"class", "govuk-heading-m"}}, "Give it out");
  const auto left = frame.review.in_the_way();
  if (!left.empty()) return out + paragraph("Before it can be given out:") + bullet_list(left);
  if (!frame.may_release)
    return out +
           paragraph(
               "It is ready. Somebody who may give it out, and who prepared none of it, does that: "
               "a head of service.");
  if (frame.prepared_by_them)
    return out + paragraph(
                     "It is ready. You wrote this request down or corrected it, decided on a place "
                     "in it or marked "
                     "a part as read, so another person who may give it out does that: a head of "
                     "service. Where there is none, an administrator can give somebody that role.");
  return out + button({.text = "Look once more and give it out",
                       .href = paths::subject_request(frame.file, id, "/release")});
}

Html copies(const SubjectFrame& frame) {
  if (frame.review.copies.empty()) return {};
  Table table{.caption = "What was given out",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Copy"}, {.text = "Size"}, {.text = "Fingerprint (SHA-256)"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  bool has_pdf = false;
  for (const auto& copy : frame.review.copies) {
    has_pdf = has_pdf || copy.format == "pdf";
    table.rows.push_back(
        {{.text = element(
              "a",
              {{"class", "govuk-link"},
               {"href", paths::subject_copy(frame.file, frame.review.request.id, copy.format)},
               {"download", true}},
              formats_words(copy.format))},
         cell("Size", size_of(copy.bytes)),
         cell("Fingerprint (SHA-256)", element("code", {{"class", "nl-fingerprint"}}, copy.hash))});
  }
  for (const auto& document : frame.review.documents)
    table.rows.push_back({{.text = document_link(frame, document)},
                          cell("Size", size_of(document.bytes)),
                          cell("Fingerprint (SHA-256)",
                               element("code", {{"class", "nl-fingerprint"}}, document.hash))});
  Html out = html::table(table);
  if (!has_pdf)
    out += paragraph("There is no PDF of it. The page to read can be printed from any browser.");
  return out;
}

}  // namespace

Html document_link(const SubjectFrame& frame, const store::UploadRow& document) {
  return element(
      "a",
      {{"class", "govuk-link"},
       {"href", paths::subject_document(frame.file, frame.review.request.id, document.hash)},
       {"download", true}},
      "A document that was sent in (" + std::string(kind_words(document.kind)) + ")");
}

std::string subject_name(const store::WhoseFile& subject) {
  return subject.of_victim ? subject.reference : subject.name.reveal();
}

PageHead subject_head(const SubjectFrame& frame, const std::string& title, bool has_errors) {
  return {.title = title,
          .section = Section::SubjectAccess,
          .breadcrumbs = {{.text = "Requests", .address = paths::subject_requests()},
                          {.text = "Request",
                           .address = paths::subject_request(frame.file, frame.review.request.id)}},
          .has_errors = has_errors};
}

Html subject_heading(const std::string& name, std::string_view title) {
  return element("span", {{"class", "govuk-caption-l"}}, name) +
         element("h1", {{"class", "govuk-heading-l"}}, title);
}

Html back_to_request(const SubjectFrame& frame) {
  return element("p", {{"class", "govuk-body"}},
                 element("a",
                         {{"class", "govuk-link"},
                          {"href", paths::subject_request(frame.file, frame.review.request.id)}},
                         "Back to the request"));
}

std::string due_words(Date due, Date today) {
  const auto days = days_between(today, due);
  if (days == 0) return "today";
  if (days > 0) return "in " + counted(days, "day", "days");
  return counted(-days, "day late", "days late");
}

Html bullet_list(const std::vector<std::string>& lines) {
  Html items;
  for (const auto& line : lines) items += element("li", {}, line);
  return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

Html subject_requests_page(const Shell& shell, const SubjectRequestsModel& model) {
  Html main = element("h1", {{"class", "govuk-heading-l"}}, "Requests for what is held");
  main += paragraph(
      "Somebody may ask for everything that the service holds on a child or a victim. Write a "
      "request down from the file. A victim stands here by reference.");
  Table table{
      .caption = "Requests, those that are due first",
      .caption_classes = "govuk-visually-hidden",
      .head = {{.text = "Whose file"}, {.text = "Who asks"}, {.text = "Received"}, {.text = "Due"}},
      .first_cell_is_header = true,
      .classes = "nl-cards"};
  for (const auto& row : model.rows) {
    const auto state =
        row.closed_how
            ? text(domain::words(*row.closed_how))
            : element("span", {{"class", "nl-block"}}, words(row.due_on)) +
                  tag({.text = due_words(row.due_on, model.today),
                       .classes = row.due_on < model.today ? "govuk-tag--red" : "govuk-tag--blue"});
    table.rows.push_back(
        {{.text = element("a",
                          {{"class", "govuk-link"},
                           {"href", paths::subject_request({row.file, row.of_victim}, row.id)}},
                          row.whose.reveal())},
         cell("Who asks", text(domain::words(row.asked_by, row.of_victim))),
         cell("Received", text(words(row.received_on))),
         cell("Due", state)});
  }
  main +=
      model.rows.empty() ? paragraph("There is no request that you work on.") : html::table(table);
  return page(shell, {.title = "Requests for what is held", .section = Section::SubjectAccess},
              main);
}

Html new_subject_request_page(const Shell& shell, const NewSubjectRequestModel& model) {
  Html form = wrong_summary(model.wrong);
  form += subject_heading(subject_name(model.subject), "Write down a request for what is held");
  form += paragraph(
      "Whoever writes it down does not give the answer out: another person does, when it is "
      "ready.");
  form += post_form(paths::subject_request_add(model.file), model.form_token);
  Radios who{.name = "asked_by",
             .fieldset = {.legend = {.text = "Who asks?", .classes = "govuk-fieldset__legend--s"}},
             .error = wrong_with(model.wrong, "asked_by"),
             .value = model.asked_by};
  const bool of_victim = model.subject.of_victim;
  for (const auto& [requester, hint] :
       {std::pair{domain::Requester::Child, ""},
        std::pair{domain::Requester::Parent,
                  of_victim ? "Of a victim who is a child. Answered only where the victim agreed, "
                              "or the law requires it"
                            : "Answered only where the child agreed, or the law requires it"},
        std::pair{domain::Requester::Representative,
                  "A solicitor or an advocate, on the same grounds"}})
    who.items.push_back({.text = std::string(domain::words(requester, of_victim)),
                         .value = std::string(code(requester)),
                         .hint = {.text = hint}});
  form += radios(who);
  form += day_field("received_on", "On which day was it received?",
                    "However it came: by letter, by e-mail or by word of mouth", model.received,
                    model.wrong);
  form += button({.text = "Write it down"});
  form.close("form");
  return page(shell,
              {.title = "Write down a request",
               .section = Section::SubjectAccess,
               .breadcrumbs = {way_to(of_victim ? Section::Victims : Section::Children),
                               {.text = "File", .address = paths::file(model.file)}},
               .has_errors = !model.wrong.empty()},
              form);
}

Html subject_request_page(const Shell& shell, const SubjectFrame& frame,
                          const std::string& notice) {
  Html main;
  if (!notice.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, notice)});
  main += subject_heading(subject_name(frame.review.subject), "Request for what is held");
  main += facts(frame);
  main += frame.review.request.open() ? to_do(frame) : copies(frame);
  auto head = subject_head(frame, "Request for what is held");
  head.breadcrumbs.pop_back();
  return page(shell, head, main);
}

report::SubjectAnswer subject_answer(const casework::ReadyToGive& ready,
                                     const domain::SubjectAccessPolicy& policy, Date today) {
  const auto& review = ready.review;
  return {.service = review.service,
          .whose = review.subject.name,
          .asked_by = std::string(domain::words(review.request.asked_by, review.subject.of_victim)),
          .received_on = review.request.received_on,
          .given_on = today,
          .shown_as = policy.shown_as,
          .held = ready.given};
}

std::string copy_bytes(const Sensitive<std::string>& copy) { return copy.reveal(); }

}  // namespace northlight::web::views
