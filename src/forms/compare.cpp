#include "forms/compare.hpp"

#include <algorithm>
#include <set>

namespace northlight::forms {
namespace {

using domain::RowId;

std::optional<Answer> copied(const Answer* answer) {
  if (answer == nullptr) return std::nullopt;
  return *answer;
}

// Both sides' fields in one order; `path_of` says where a field stands.
template <typename PathOf>
void compare_fields(const AnswerMap& before, const AnswerMap& after, PathOf path_of,
                    std::vector<Change>& changes) {
  std::set<FieldCode> codes;
  for (const auto& [code, answer] : before) codes.insert(code);
  for (const auto& [code, answer] : after) codes.insert(code);
  for (const auto& code : codes) {
    const auto old = before.find(code);
    const auto now = after.find(code);
    auto was = copied(old == before.end() ? nullptr : &old->second);
    auto value = copied(now == after.end() ? nullptr : &now->second);
    if (was == value) continue;
    changes.push_back({.kind = ChangeKind::Answered,
                       .at = path_of(code),
                       .was = std::move(was),
                       .value = std::move(value)});
  }
}

std::size_t place_of(const std::vector<Row>& rows, RowId id) {
  return static_cast<std::size_t>(std::ranges::find(rows, id, &Row::id) - rows.begin());
}

// The rows that both have and that keep their order: a longest increasing run of their old places.
std::set<RowId> rows_that_stay(const std::vector<Row>& before, const std::vector<Row>& after) {
  struct Step {
    RowId id;
    std::size_t place;
    std::size_t length;
    std::optional<std::size_t> from;
  };
  std::vector<Step> steps;
  std::optional<std::size_t> longest;
  for (const auto& row : after) {
    const auto place = place_of(before, row.id);
    if (place == before.size()) continue;
    Step step{row.id, place, 1, std::nullopt};
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (steps[i].place < place && steps[i].length + 1 > step.length) {
        step.length = steps[i].length + 1;
        step.from = i;
      }
    steps.push_back(step);
    if (!longest || step.length > steps[*longest].length) longest = steps.size() - 1;
  }
  std::set<RowId> stay;
  for (auto at = longest; at; at = steps[*at].from) stay.insert(steps[*at].id);
  return stay;
}

void compare_group(const FieldCode& group, const std::vector<Row>& before,
                   const std::vector<Row>& after, std::vector<Change>& changes) {
  for (const auto& row : before)
    if (place_of(after, row.id) == after.size())
      changes.push_back(
          {.kind = ChangeKind::RowRemoved, .at = {group, row.id, {}}, .row = row.answers});
  const auto stay = rows_that_stay(before, after);
  std::optional<RowId> previous;
  for (const auto& row : after) {
    const auto place = place_of(before, row.id);
    const bool is_new = place == before.size();
    if (is_new || !stay.contains(row.id))
      changes.push_back({.kind = is_new ? ChangeKind::RowAdded : ChangeKind::RowMoved,
                         .at = {group, row.id, {}},
                         .after = previous});
    compare_fields(
        is_new ? AnswerMap{} : before[place].answers, row.answers,
        [&](const FieldCode& code) {
          return FieldPath{group, row.id, code};
        },
        changes);
    previous = row.id;
  }
}

void insert_after(std::vector<Row>& rows, std::optional<RowId> previous, Row row) {
  auto at = rows.begin();
  if (previous) {
    at = std::ranges::find(rows, *previous, &Row::id);
    if (at != rows.end()) ++at;
  }
  rows.insert(at, std::move(row));
}

Applied answer_field(AnswerMap& fields, const FieldCode& code, const Change& change) {
  const auto at = fields.find(code);
  const auto stands = copied(at == fields.end() ? nullptr : &at->second);
  if (stands == change.value) return Applied::Already;
  if (stands != change.was) return Applied::Clash;
  if (change.value)
    fields.insert_or_assign(code, *change.value);
  else
    fields.erase(code);
  return Applied::Done;
}

Applied change_row(Answers& answers, domain::RowId id, const Change& change) {
  const auto group = answers.groups.find(change.at.field);
  const bool there = answers.find(change.at.field, id) != nullptr;
  switch (change.kind) {
    case ChangeKind::RowAdded:
      if (there) return Applied::Already;
      insert_after(answers.groups[change.at.field], change.after, Row{id});
      return Applied::Done;
    case ChangeKind::RowRemoved:
      if (!there) return Applied::Already;
      if (answers.find(change.at.field, id)->answers != change.row) return Applied::Clash;
      std::erase_if(group->second, [&](const Row& row) { return row.id == id; });
      if (group->second.empty()) answers.groups.erase(group);
      return Applied::Done;
    case ChangeKind::RowMoved: {
      if (!there || change.after == id) return Applied::Already;
      auto row = *answers.find(change.at.field, id);
      std::erase_if(group->second, [&](const Row& one) { return one.id == id; });
      insert_after(group->second, change.after, std::move(row));
      return Applied::Done;
    }
    case ChangeKind::Answered: {
      if (!there) return change.value ? Applied::Clash : Applied::Already;
      if (!change.at.cell) return Applied::Clash;
      auto& row = group->second[place_of(group->second, id)];
      return answer_field(row.answers, *change.at.cell, change);
    }
  }
  return Applied::Clash;
}

}  // namespace

std::vector<Change> compare(const Answers& before, const Answers& after) {
  std::vector<Change> changes;
  compare_fields(
      before.fields, after.fields,
      [](const FieldCode& code) {
        return FieldPath{code, {}, {}};
      },
      changes);
  std::set<FieldCode> groups;
  for (const auto& [code, rows] : before.groups) groups.insert(code);
  for (const auto& [code, rows] : after.groups) groups.insert(code);
  for (const auto& group : groups)
    compare_group(group, before.rows(group), after.rows(group), changes);
  return changes;
}

Applied apply(Answers& answers, const Change& change) {
  if (change.at.row) return change_row(answers, *change.at.row, change);
  return answer_field(answers.fields, change.at.field, change);
}

Merged merge(const Answers& base, const Answers& mine, const Answers& theirs) {
  Merged merged{theirs};
  for (auto& change : compare(base, mine)) {
    if (apply(merged.answers, change) != Applied::Clash) continue;
    auto stands = copied(find(merged.answers, change.at));
    merged.conflicts.push_back({std::move(change), std::move(stands)});
  }
  return merged;
}

}  // namespace northlight::forms
