#include "casework/uploads.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/pages/saved_document.hpp"

namespace northlight::web {
namespace {

Response download(const FileRequest& on) {
  const auto sent = casework::open_upload(on.gate(), on.site.people->uploads, on.asker(), on.file,
                                          on.request.parameters.text("hash"));
  if (!sent) return on.refuse(sent.error());
  return saved(*sent, "document");
}

}  // namespace

void add_upload_routes(Router& router, const Site& site) {
  for (const auto* const address :
       {"/children/:file/uploads/:hash", "/victims/:file/uploads/:hash"})
    router.get(address, on_file(site, download), {.audience = Audience::SignedIn});
}

}  // namespace northlight::web
