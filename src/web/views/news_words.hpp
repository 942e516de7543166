#pragma once

#include <string>
#include <string_view>

#include "web/views/audit_words.hpp"

namespace northlight::web::views {

/// Whom somebody is told of, and who reads it.
struct NewsOf {
  std::string about;   ///< The id of the person whose account it is, or who covers.
  std::string reader;  ///< The id of whoever is told.
};

/// What was done to an account, or who lends what to whom, in words to the one who is told of it:
/// "You cover for Robin from … to the end of …". `act` is as the audit trail keeps it; one that
/// nobody is told of stands in the words of the log.
std::string news_in_words(std::string_view act, const NewsOf& of, const AuditNames& names);

}  // namespace northlight::web::views
