#include "web/pages/printed_copies.hpp"

#include <string>
#include <utility>

#include "platform/page_pdf.hpp"
#include "report/subject_access.hpp"
#include "web/views/subject_access_view.hpp"

namespace northlight::web {

Copies copies_here() { return platform::can_print_pdf() ? Copies::All : Copies::WithoutPdf; }

Result<std::vector<casework::PrintedCopy>> printed_copies(const casework::ReadyToGive& ready,
                                                          const domain::SubjectAccessPolicy& policy,
                                                          Date today, Copies copies) {
  const auto answer = views::subject_answer(ready, policy, today);
  auto page = report::subject_access_html(answer);
  std::vector<casework::PrintedCopy> printed;
  if (copies == Copies::All) {
    NL_TRY(pdf, platform::print_pdf(page));
    printed.push_back({"pdf", Sensitive<std::string>(std::move(pdf))});
  }
  printed.push_back({"html", Sensitive<std::string>(std::move(page))});
  printed.push_back(
      {"json", Sensitive<std::string>(report::subject_access_json(answer).text(2) + "\n")});
  return printed;
}

}  // namespace northlight::web
