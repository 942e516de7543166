#include <utility>

#include "web/pages/all_pages.hpp"
#include "web/views/error_view.hpp"

namespace northlight::web {

ErrorPage error_pages(views::Shell shell) {
  // Made without looking who asks: what somebody may not see is answered as what does not exist.
  shell.whoever_reads = true;
  return [shell = std::move(shell)](const Problem& problem) {
    return Response::html(views::error_page(shell, {.status = problem.status,
                                                    .message = problem.message,
                                                    .request = problem.request.text(),
                                                    .form = problem.form})
                              .take(),
                          problem.status);
  };
}

}  // namespace northlight::web
