#pragma once

#include <functional>
#include <optional>
#include <string>

#include "casework/file_desk.hpp"
#include "web/pages/people_requests.hpp"
#include "web/pages/record_request.hpp"
#include "web/views/file_form_view.hpp"
#include "web/visitor.hpp"

/// What the handlers of the forms about a file share.
namespace northlight::web {

/// One request for such a page: who asks, and about which file.
struct FileRequest {
  const Site& site;
  const Request& request;
  FileAddress file;
  std::optional<domain::CaseId> child_case{};  ///< Where the address names one.

  accounts::Gate& gate() const { return site.people->gate; }
  const accounts::Asker& asker() const { return request.visitor->asker; }
  Date today() const { return platform::day_in_london(asker().at); }
  views::Shell shell() const { return shell_for(site, request); }
  Response refuse(const Error& error) const { return refused(error, request, file); }
};

/// A handler of a file's page, as the router wants it: an address with no id is answered 404.
std::function<Response(const Request&)> on_file(const Site& site,
                                                Response (*handler)(const FileRequest&));

/// The same of an address with a case.
std::function<Response(const Request&)> on_case(const Site& site,
                                                Response (*handler)(const FileRequest&));

/// A form about the file: what is asked before it is shown, and how it looks.
struct FileFormPage {
  domain::Action action;
  views::FilePart part;
  html::Html (*view)(const views::Shell&, const views::FileForm&);
};

/// The form as it is when it is opened (`typed` holds what stands there already), or as it was sent
/// with what is wrong in it.
Response show_form(const FileRequest& on, const FileFormPage& page, const Fields& typed,
                   const views::Wrong& wrong = {});

/// What came of a form that was sent: on to `next`, or the form again with what is wrong.
Response answer_form(const FileRequest& on, const FileFormPage& page, const Status& outcome,
                     const html::Url& next);

/// A team and a person as they were chosen.
Result<casework::Worker> worker_typed(const Fields& sent);
/// The names of a child as they were typed, with the date of birth if one was.
Result<casework::NewChild> child_typed(const Fields& sent);
/// The kind of a case, the day on which it opened, and who works on it.
Result<casework::NewCase> case_typed(const Fields& sent);
/// The same of a victim's, which is of one kind.
Result<casework::NewCase> victim_case_typed(const Fields& sent);

}  // namespace northlight::web
