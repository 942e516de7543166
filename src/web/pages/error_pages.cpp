#include "web/entrance.hpp"
#include "web/pages/all_pages.hpp"
#include "web/pages/signed_in.hpp"
#include "web/views/error_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {

ErrorPage error_pages(const Site& site) {
  return [&site](const Problem& problem) {
    const auto* const visitor = site.people == nullptr ? nullptr : problem.visitor.get();
    views::ErrorModel model{.status = problem.status,
                            .message = problem.message,
                            .request = problem.request.text(),
                            .form = problem.form,
                            .heading = problem.heading,
                            .kept = problem.kept};
    auto shell = site.shell;
    if (visitor != nullptr && comes_by_link(*site.people, visitor->asker))
      model.by_link = true;
    else if (visitor != nullptr)
      shell = shell_for(site, *visitor);
    else
      shell.whoever_reads = true;  // Nobody looked who asks.
    return Response::html(views::error_page(shell, model).take(), problem.status);
  };
}

}  // namespace northlight::web
