#pragma once

#include <functional>

#include "casework/subject_access.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/signed_in.hpp"
#include "web/router.hpp"
#include "web/views/subject_access_view.hpp"

/// What the handlers of requests for what is held share.
namespace northlight::web {

/// One request of a browser for such a page. Everything in it outlives the handler.
class SubjectDesk {
 public:
  SubjectDesk(const Site& site, const Request& request)
      : site_(site), request_(request), archive_(archive_of(site)) {}
  SubjectDesk(const SubjectDesk&) = delete;
  SubjectDesk& operator=(const SubjectDesk&) = delete;

  accounts::Gate& gate() const { return site_.people->gate; }
  const accounts::Asker& asker() const { return request_.visitor->asker; }
  const store::UploadFolder& uploads() const { return site_.people->uploads; }
  casework::AccessDesk desk() const { return {archive_, *site_.subject_access}; }
  Date today() const { return platform::day_in_london(asker().at); }
  views::Shell shell() const { return shell_for(site_, request_); }
  /// Whether any of their roles may give answers out; whether they may with this file, the gate
  /// says.
  bool may_release() const;
  views::SubjectFrame frame(const FileAddress& file, const casework::SubjectReview& review) const;

 private:
  const Site& site_;
  const Request& request_;
  store::Archive archive_;
};

/// The file and the request of the address; NotFound for what is no id.
struct SubjectPlace {
  FileAddress file;
  store::SubjectRequestId id;
};
Result<SubjectPlace> subject_place(const Request& request);

/// A handler that is handed the place and the desk.
using SubjectHandler =
    std::function<Response(const SubjectDesk&, const SubjectPlace&, const Request&)>;
Handler subject_handler(const Site& site, SubjectHandler handler);

}  // namespace northlight::web
