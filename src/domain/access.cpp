#include "domain/access.hpp"

#include "base/code_table.hpp"

namespace northlight::domain {
namespace {

constexpr std::array<std::string_view, action_count> actions{"find-file",
                                                             "read-file",
                                                             "write-record",
                                                             "sign-record",
                                                             "countersign",
                                                             "contribute",
                                                             "read-shared",
                                                             "say-own",
                                                             "disclose",
                                                             "allocate",
                                                             "mark-file",
                                                             "give-link",
                                                             "prepare-subject-access",
                                                             "release-subject-access",
                                                             "review-retention",
                                                             "erase-file",
                                                             "add-child",
                                                             "add-victim",
                                                             "see-people",
                                                             "manage-people",
                                                             "arrange-cover",
                                                             "explain-sight",
                                                             "read-audit",
                                                             "export-audit",
                                                             "read-installation-audit",
                                                             "change-settings",
                                                             "draw-sample",
                                                             "send-case-list",
                                                             "see-sample",
                                                             "see-figures"};
constexpr std::array<std::string_view, relation_count> relations{
    "own-case", "team-case", "service-case", "sampled", "invited", "themself", "parent", "none"};
constexpr std::array<std::string_view, mark_count> marks{"restricted", "victim-walled",
                                                         "conflict-of-interest", "legal-hold"};

}  // namespace

std::string_view code(Action action) { return actions.at(static_cast<std::size_t>(action)); }
std::string_view code(Relation relation) {
  return relations.at(static_cast<std::size_t>(relation));
}
std::string_view code(Mark mark) { return marks.at(static_cast<std::size_t>(mark)); }

std::optional<Action> parse_action(std::string_view code) {
  return find_code<Action>(actions, code);
}
std::optional<Relation> parse_relation(std::string_view code) {
  return find_code<Relation>(relations, code);
}
std::optional<Mark> parse_mark(std::string_view code) { return find_code<Mark>(marks, code); }

}  // namespace northlight::domain
