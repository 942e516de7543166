#pragma once

#include "base/id.hpp"

namespace northlight::domain {

/// A youth justice service, a partner agency or an inspectorate.
using OrganisationId = Id<struct OrganisationKind>;
using TeamId = Id<struct TeamKind>;
/// Somebody who signs in, or who comes by a personal link (a child, a parent).
using PersonId = Id<struct PersonKind>;
/// What records are kept in: a child's, a victim's, an inspection's or a board's file.
using FileId = Id<struct FileKind>;
/// One record of a file: an assessment, a plan, a contact. Its versions are numbered from 1.
using RecordId = Id<struct RecordKind>;
/// One row of a repeating group (a risk, an action): given at birth, kept across versions.
using RowId = Id<struct RowKind>;

}  // namespace northlight::domain
