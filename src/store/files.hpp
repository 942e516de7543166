#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

namespace northlight::store {

enum class FileKind { Child, Victim, Inspection, Board };

std::string_view code(FileKind kind);

/// An empty file. Only accounts::Gate::add_file calls it, which asks whether somebody may.
Status begin_file(Transaction& transaction, domain::FileId file, domain::OrganisationId service,
                  FileKind kind, platform::Instant at);

/// What it is kept of.
Result<FileKind> kind_of(Session& session, const Grant& grant);

/// Whose file it is.
Result<domain::OrganisationId> service_of(Session& session, const Grant& grant);

}  // namespace northlight::store
