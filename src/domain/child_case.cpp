#include "domain/child_case.hpp"

#include <algorithm>

namespace northlight::domain {
namespace {

struct Named {
  std::string_view code;
  std::string_view words;
};

constexpr std::array<Named, case_kind_count> kinds{{{"prevention", "Prevention"},
                                                    {"turnaround", "Turnaround"},
                                                    {"diversion", "Diversion"},
                                                    {"out-of-court", "Out-of-court disposal"},
                                                    {"court", "Court order"},
                                                    {"custody", "Custody"},
                                                    {"licence", "Licence or supervision"},
                                                    {"remand", "Bail or remand"},
                                                    {"victim", "Work with a victim"}}};
constexpr std::array<Named, case_stage_count> stages{{{"opened", "Opened"},
                                                      {"assessing", "Assessing"},
                                                      {"planning", "Planning"},
                                                      {"delivering", "Delivering"},
                                                      {"reviewing", "Reviewing"},
                                                      {"closing", "Closing"},
                                                      {"closed", "Closed"}}};

template <typename Enum, std::size_t Count>
std::optional<Enum> find(const std::array<Named, Count>& all, std::string_view code) {
  const auto* const at = std::ranges::find(all, code, &Named::code);
  if (at == all.end()) return std::nullopt;
  return static_cast<Enum>(at - all.begin());
}

}  // namespace

std::string_view code(CaseKind kind) { return kinds.at(static_cast<std::size_t>(kind)).code; }
std::string_view code(CaseStage stage) { return stages.at(static_cast<std::size_t>(stage)).code; }
std::string_view words(CaseKind kind) { return kinds.at(static_cast<std::size_t>(kind)).words; }
std::string_view words(CaseStage stage) { return stages.at(static_cast<std::size_t>(stage)).words; }
std::optional<CaseKind> parse_case_kind(std::string_view code) {
  return find<CaseKind>(kinds, code);
}
std::optional<CaseStage> parse_case_stage(std::string_view code) {
  return find<CaseStage>(stages, code);
}

}  // namespace northlight::domain
