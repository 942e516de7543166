#include "domain/child_case.hpp"

#include "base/code_table.hpp"

namespace northlight::domain {
namespace {

struct Named {
  std::string_view code;
  std::string_view words;
};

constexpr std::array<Named, case_kind_count> case_kinds{{{"prevention", "Prevention"},
                                                         {"turnaround", "Turnaround"},
                                                         {"diversion", "Diversion"},
                                                         {"out-of-court", "Out-of-court disposal"},
                                                         {"court", "Court order"},
                                                         {"custody", "Custody"},
                                                         {"licence", "Licence or supervision"},
                                                         {"remand", "Bail or remand"},
                                                         {"victim", "Work with a victim"}}};
constexpr std::array<Named, case_stage_count> case_stages{{{"opened", "Opened"},
                                                           {"assessing", "Assessing"},
                                                           {"planning", "Planning"},
                                                           {"delivering", "Delivering"},
                                                           {"reviewing", "Reviewing"},
                                                           {"closing", "Closing"},
                                                           {"closed", "Closed"}}};
constexpr std::array<Named, work_part_count> work_parts{
    {{"lead", "Leads the work"}, {"alongside", "Works alongside"}}};

}  // namespace

std::string_view code(CaseKind kind) { return case_kinds.at(static_cast<std::size_t>(kind)).code; }
std::string_view code(CaseStage stage) {
  return case_stages.at(static_cast<std::size_t>(stage)).code;
}
std::string_view words(CaseKind kind) {
  return case_kinds.at(static_cast<std::size_t>(kind)).words;
}
std::string_view words(CaseStage stage) {
  return case_stages.at(static_cast<std::size_t>(stage)).words;
}
std::string_view code(WorkPart part) { return work_parts.at(static_cast<std::size_t>(part)).code; }
std::string_view words(WorkPart part) {
  return work_parts.at(static_cast<std::size_t>(part)).words;
}
std::optional<CaseKind> parse_case_kind(std::string_view code) {
  return find_code<CaseKind>(case_kinds, code, &Named::code);
}
std::optional<CaseStage> parse_case_stage(std::string_view code) {
  return find_code<CaseStage>(case_stages, code, &Named::code);
}
std::optional<WorkPart> parse_work_part(std::string_view code) {
  return find_code<WorkPart>(work_parts, code, &Named::code);
}

}  // namespace northlight::domain
