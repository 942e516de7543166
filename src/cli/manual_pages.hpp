#pragma once

#include <span>
#include <string_view>

namespace northlight::cli {

/// One page of the manual: the command as it is typed, and its words.
struct ManualPage {
  std::string_view command;
  std::string_view text;
};

std::span<const ManualPage> pages_of_running();    ///< The program, the server, the database.
std::span<const ManualPage> pages_of_audit();      ///< The audit trail.
std::span<const ManualPage> pages_of_erasures();   ///< What was erased, and after a restore.
std::span<const ManualPage> pages_of_standards();  ///< Standards, reports, ratings.
std::span<const ManualPage> pages_of_people();     ///< Organisations and people.

}  // namespace northlight::cli
