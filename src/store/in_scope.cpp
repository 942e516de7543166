#include "store/in_scope.hpp"

#include <algorithm>

namespace northlight::store {
namespace {

constexpr std::string_view in_force = ".from_at <= :now and (";

std::string lasts(std::string_view table) {
  return std::string(table)
      .append(in_force)
      .append(table)
      .append(".until_at is null or ")
      .append(table)
      .append(".until_at > :now)");
}

std::string unless_named() {
  return "exists (select 1 from file_named n where n.file_id = f.id and n.person_id = :person "
         "and " +
         lasts("n") + ")";
}

std::string conflict() {
  return "exists (select 1 from conflict_of_interest k where k.file_id = f.id "
         "and k.person_id = :person and " +
         lasts("k") + ")";
}

/// " and not (mark holds, unless named)".
std::string closed_by(Closes closes, const std::string& mark) {
  switch (closes) {
    case Closes::No:
      return "";
    case Closes::UnlessNamed:
      return " and (not " + mark + " or " + unless_named() + ")";
    case Closes::Yes:
      return " and not " + mark;
  }
  return "";
}

}  // namespace

ScopeParts::ScopeParts(const SightScope& scope, bool victims)
    : person_(keep(scope.person.text())), now_(keep(platform::iso(scope.at))) {
  for (const auto& wide : scope.wide)
    if (wide.victims == victims) add_wide(wide);
  std::vector<HeldSight> left;
  std::ranges::copy_if(scope.held, std::back_inserter(left),
                       [&](const HeldSight& line) { return line.victims == victims; });
  while (!left.empty()) {
    const auto closing = left.front().closing;
    const auto alike = std::stable_partition(
        left.begin(), left.end(), [&](const HeldSight& line) { return line.closing == closing; });
    add_held({left.begin(), alike});
    left.erase(left.begin(), alike);
  }
}

std::string ScopeParts::closing(const Closing& closing) {
  return closed_by(closing.restricted, "f.restricted") + closed_by(closing.held, "f.held") +
         closed_by(closing.conflict, conflict());
}

ScopeParts::Part ScopeParts::begin_part() {
  return {.where = " where f.erased_at is null", .bound = {{"person", person_}, {"now", now_}}};
}

void ScopeParts::add_wide(const WideSight& wide) {
  auto part = begin_part();
  part.where += " and c.service_id = :service" + closing(wide.closing);
  part.service = keep(wide.service.text());
  part.bound.push_back({"service", *part.service});
  parts_.push_back(std::move(part));
}

void ScopeParts::add_held(const std::vector<HeldSight>& lines) {
  auto part = begin_part();
  std::string any;
  for (const auto& line : lines) {
    const auto number = std::to_string(texts_.size());
    const auto holder = keep("holder" + number);
    const auto organisation = keep("organisation" + number);
    const auto relation = keep("relation" + number);
    any += (any.empty() ? "(s.holder_id = :" : " or (s.holder_id = :") + std::string(holder) +
           " and s.holder_kind = '" + std::string(code(line.holder.kind)) +
           "' and s.organisation_id = :" + std::string(organisation) +
           " and s.relation = :" + std::string(relation) + ")";
    part.bound.push_back({holder, keep(line.holder.id.text())});
    part.bound.push_back({organisation, keep(line.organisation.text())});
    part.bound.push_back({relation, domain::code(line.relation)});
  }
  part.where += " and f.id in (select s.file_id from sight s where (" + any + ") and " +
                lasts("s") + ")" + closing(lines.front().closing);
  parts_.push_back(std::move(part));
}

}  // namespace northlight::store
