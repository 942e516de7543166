#include "forms/projection.hpp"

#include <algorithm>

namespace northlight::forms {
namespace {

constexpr std::array<std::string_view, projection_count> codes{
    "child-name", "contact", "judgement", "risk", "contingency", "action", "deadline"};

using enum FieldKind;
constexpr FieldKinds words{Text, LongText};
constexpr FieldKinds who{Text, Person, Agency};
constexpr FieldKinds chosen{Choice};
constexpr FieldKinds day{Date};

constexpr std::array child_name{
    ProjectionColumn{"given_names", {Text}, true}, ProjectionColumn{"family_name", {Text}, true},
    ProjectionColumn{"known_as", {Text}}, ProjectionColumn{"date_of_birth", day}};
constexpr std::array contact{ProjectionColumn{"held_on", day, true},
                             ProjectionColumn{"mode", chosen}, ProjectionColumn{"outcome", chosen},
                             ProjectionColumn{"who", who}};
constexpr std::array judgement{ProjectionColumn{"concerns", chosen, true},
                               ProjectionColumn{"level", chosen, true},
                               ProjectionColumn{"reasons", words}};
constexpr std::array risk{ProjectionColumn{"kind", chosen, true},
                          ProjectionColumn{"description", words, true},
                          ProjectionColumn{"likelihood", chosen},
                          ProjectionColumn{"impact", chosen},
                          ProjectionColumn{"who", {Text, LongText, Person, Agency}},
                          ProjectionColumn{"standing", chosen}};
constexpr std::array contingency{ProjectionColumn{"risk", {Reference}, true},
                                 ProjectionColumn{"trigger", words},
                                 ProjectionColumn{"early_sign", words},
                                 ProjectionColumn{"action", words},
                                 ProjectionColumn{"owner", who},
                                 ProjectionColumn{"due_on", day},
                                 ProjectionColumn{"within", {Text, Choice}}};
constexpr std::array action{
    ProjectionColumn{"what", words, true}, ProjectionColumn{"owner", who},
    ProjectionColumn{"due_on", day},       ProjectionColumn{"done_on", day},
    ProjectionColumn{"risk", {Reference}}, ProjectionColumn{"concerns", chosen}};
constexpr std::array deadline{ProjectionColumn{"due_on", day, true},
                              ProjectionColumn{"what", {Text, Choice}}};

}  // namespace

std::string_view code(Projection projection) {
  return codes.at(static_cast<std::size_t>(projection));
}
std::optional<Projection> parse_projection(std::string_view code) {
  const auto* const at = std::ranges::find(codes, code);
  if (at == codes.end()) return std::nullopt;
  return static_cast<Projection>(at - codes.begin());
}

std::span<const ProjectionColumn> columns_of(Projection projection) {
  switch (projection) {
    case Projection::ChildName:
      return child_name;
    case Projection::Contact:
      return contact;
    case Projection::Judgement:
      return judgement;
    case Projection::Risk:
      return risk;
    case Projection::Contingency:
      return contingency;
    case Projection::Action:
      return action;
    case Projection::Deadline:
      return deadline;
  }
  return {};
}

}  // namespace northlight::forms
