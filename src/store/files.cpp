#include "store/files.hpp"

#include <algorithm>
#include <array>

namespace northlight::store {
namespace {

constexpr std::array<std::string_view, 4> file_kinds{"child", "victim", "inspection", "board"};

}  // namespace

std::string_view code(FileKind kind) { return file_kinds.at(static_cast<std::size_t>(kind)); }

Status begin_file(Transaction& transaction, domain::FileId file, domain::OrganisationId service,
                  FileKind kind, platform::Instant at) {
  NL_CHECK(
      transaction.run("insert into file (id, service_id, kind, opened_at, restricted, held) "
                      "values (:id, :service, :kind, :at, false, false)",
                      {{"id", file.text()},
                       {"service", service.text()},
                       {"kind", code(kind)},
                       {"at", platform::iso(at)}}));
  return done();
}

Result<FileKind> kind_of(Session& session, const Grant& grant) {
  NL_TRY(kind, session.value<std::string>("select kind from file where id = :file",
                                          {{"file", grant.file().text()}}));
  const auto* const at = std::ranges::find(file_kinds, kind);
  if (at == file_kinds.end())
    return Error{ErrorCode::Unavailable, "A file is of a kind that this program does not know."};
  return static_cast<FileKind>(at - file_kinds.begin());
}

Result<domain::OrganisationId> service_of(Session& session, const Grant& grant) {
  NL_TRY(service, session.value<std::string>("select service_id from file where id = :file",
                                             {{"file", grant.file().text()}}));
  return domain::OrganisationId::parse(service);
}

}  // namespace northlight::store
