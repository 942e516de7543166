#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/id.hpp"

namespace northlight::domain {

using CaseId = Id<struct CaseKindOfId>;
using AllocationId = Id<struct AllocationKindOfId>;

/// Why a service works with somebody for a time.
enum class CaseKind {
  Prevention,
  Turnaround,
  Diversion,
  OutOfCourt,
  Court,
  Custody,
  Licence,
  Remand,
  Victim,  ///< Of a victim's file.
};
inline constexpr std::size_t case_kind_count = 9;

/// How far the work has come.
enum class CaseStage { Opened, Assessing, Planning, Delivering, Reviewing, Closing, Closed };
inline constexpr std::size_t case_stage_count = 7;

/// What somebody's part in the work on a case is.
enum class WorkPart {
  Lead,       ///< Answers for the work; one at a time.
  Alongside,  ///< Works with the child too.
};
inline constexpr std::size_t work_part_count = 2;

std::string_view code(CaseKind kind);    ///< "out-of-court", as the database and forms write it.
std::string_view code(CaseStage stage);  ///< "assessing"
std::string_view words(CaseKind kind);   ///< "Out-of-court disposal"
std::string_view words(CaseStage stage);
std::string_view code(WorkPart part);   ///< "alongside"
std::string_view words(WorkPart part);  ///< "Works alongside"
std::optional<CaseKind> parse_case_kind(std::string_view code);
std::optional<CaseStage> parse_case_stage(std::string_view code);
std::optional<WorkPart> parse_work_part(std::string_view code);

}  // namespace northlight::domain
