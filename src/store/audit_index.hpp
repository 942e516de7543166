#pragma once

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "store/database.hpp"

/// The index of the audit trail: which rows name which file (looked at, changed, or shown in a
/// list) and which person (who did it). It is made from the rows, after them, so that whoever puts
/// a line down writes in one place; and proved against the rows, because nothing else keeps whoever
/// may add to it from leaving something out.
namespace northlight::store {

/// Brings the index of every chain up to its last row; in parts, each a transaction of its own, so
/// that nobody who waits to write waits for long.
Status index_audit(Database& database);

/// The same for the chain of one service: to be called before its rows are asked for by file or by
/// person.
Status index_audit(Database& database, domain::OrganisationId service);

/// Takes the index away: it is made anew from the rows. By the owner of the database.
Status forget_audit_index(Transaction& transaction);

}  // namespace northlight::store
