#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "domain/child_case.hpp"
#include "domain/sent_in.hpp"
#include "domain/subject_access.hpp"
#include "web/views/audit_words.hpp"

namespace northlight::web::views {
namespace {

/// An id by its first letters, as lists show it.
std::string short_of(const std::string& id) { return id.substr(0, 8); }

std::string called_in(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto at = names.find(id);
  return at == names.end() ? short_of(id) : at->second;
}

std::string people_called(const AuditNames& names, const std::string& ids) {
  std::vector<std::string> all;
  for (const auto id : split(ids, '+')) all.push_back(called_in(names.people, std::string(id)));
  return list_in_words(all);
}

std::string day_called(const std::string& value) {
  const auto day = parse_date(value);
  return day ? northlight::words(*day) : value;
}

/// What somebody is to the child, for whom a link is.
std::string relation_called(const std::string& value) {
  return value == "themself" ? "the child" : value == "parent" ? "a parent or carer" : value;
}

using InWords = std::string (*)(const std::string& value, const AuditNames& names);

/// Who asked for what is held, of a child's file or a victim's.
std::string asker_words(domain::Requester who) {
  if (who == domain::Requester::Child) return "the person whose file it is";
  return who == domain::Requester::Parent ? "a parent or carer" : "somebody who acts for them";
}

struct FactWords {
  std::string_view fact;
  InWords words;
};

// Every fact of accounts/acts, each a part of a sentence.
constexpr std::array facts_on_trail{
    FactWords{"role",
              [](const std::string& value, const AuditNames& names) {
                const auto at = names.roles.find(value);
                return lower(at == names.roles.end() ? value : at->second);
              }},
    FactWords{"team",
              [](const std::string& value, const AuditNames& names) {
                return "in " + called_in(names.teams, value);
              }},
    FactWords{"from-team",
              [](const std::string& value, const AuditNames& names) {
                return "from " + called_in(names.teams, value);
              }},
    FactWords{"from", [](const std::string& value,
                         const AuditNames&) { return "from " + day_called(value); }},
    FactWords{"until", [](const std::string& value,
                          const AuditNames&) { return "until " + day_called(value); }},
    FactWords{"last-day", [](const std::string& value,
                             const AuditNames&) { return "last day " + day_called(value); }},
    FactWords{"day", [](const std::string& value,
                        const AuditNames&) { return "on " + day_called(value); }},
    FactWords{"absent",
              [](const std::string& value, const AuditNames& names) {
                return "for " + people_called(names, value);
              }},
    FactWords{"before",
              [](const std::string& value, const AuditNames& names) {
                return "in place of " + people_called(names, value);
              }},
    FactWords{"named",
              [](const std::string& value, const AuditNames& names) {
                return "still seen by " + people_called(names, value);
              }},
    FactWords{"inspectors",
              [](const std::string& value, const AuditNames& names) {
                return "seen by " + people_called(names, value);
              }},
    FactWords{"whose", [](const std::string& value,
                          const AuditNames& names) { return "of " + people_called(names, value); }},
    FactWords{"day-before", [](const std::string& value,
                               const AuditNames&) { return "before it was " + day_called(value); }},
    FactWords{"part",
              [](const std::string& value, const AuditNames&) {
                return std::string(value == "lead" ? "leading" : "working alongside");
              }},
    FactWords{"cases",
              [](const std::string& value, const AuditNames&) {
                return std::string(value == "go" ? "their cases go along"
                                                 : "their cases stay in the team");
              }},
    FactWords{"files",
              [](const std::string& value, const AuditNames&) {
                return value == "1" ? std::string("1 file") : value + " files";
              }},
    FactWords{"rows",
              [](const std::string& value, const AuditNames&) {
                return value == "1" ? std::string("1 row") : value + " rows";
              }},
    FactWords{"kind",
              [](const std::string& value, const AuditNames&) {
                const auto kind = domain::parse_case_kind(value);
                return kind ? lower(domain::words(*kind)) : value;
              }},
    FactWords{"stage",
              [](const std::string& value, const AuditNames&) {
                const auto stage = domain::parse_case_stage(value);
                return stage ? lower(domain::words(*stage)) : value;
              }},
    FactWords{"operation",
              [](const std::string& value, const AuditNames&) {
                const auto operation = store::parse_audit_operation(value);
                return "only “" +
                       (operation ? std::string(operation_in_words(*operation)) : value) + "”";
              }},
    FactWords{"relation", [](const std::string& value,
                             const AuditNames&) { return "for " + relation_called(value); }},
    FactWords{"ended", [](const std::string&,
                          const AuditNames&) { return std::string("the one before ended by it"); }},
    FactWords{"compared-with",
              [](const std::string& value, const AuditNames&) { return "with version " + value; }},
    FactWords{"format", [](const std::string& value, const AuditNames&) { return "as " + value; }},
    FactWords{"form", [](const std::string& value,
                         const AuditNames&) { return replace_all(value, "-", " "); }},
    FactWords{"sent",
              [](const std::string& value, const AuditNames&) {
                const auto kind = domain::parse_sent_in_kind(value);
                return kind ? lower(domain::words(*kind)) : value;
              }},
    FactWords{"case", [](const std::string& value,
                         const AuditNames&) { return "case " + short_of(value); }},
    FactWords{"request", [](const std::string& value,
                            const AuditNames&) { return "request " + short_of(value); }},
    FactWords{"asked-before",
              [](const std::string& value, const AuditNames&) {
                const auto who = domain::parse_requester(value);
                return "before: asked by " + (who ? asker_words(*who) : value);
              }},
    FactWords{"received-before",
              [](const std::string& value, const AuditNames&) {
                return "before: received on " + day_called(value);
              }},
    FactWords{"reference",
              [](const std::string& value, const AuditNames&) { return value + " reference"; }},
    FactWords{"review",
              [](const std::string&, const AuditNames&) { return std::string("it was due"); }},
    FactWords{"document", [](const std::string& value,
                             const AuditNames&) { return "document " + short_of(value); }},
    FactWords{"sample", [](const std::string& value,
                           const AuditNames&) { return "sample " + short_of(value); }},
    FactWords{"share", [](const std::string& value,
                          const AuditNames&) { return "share " + short_of(value); }},
};

std::string fact_in_words(const std::string& fact, const std::string& value,
                          const AuditNames& names) {
  const auto at = std::ranges::find(facts_on_trail, fact, &FactWords::fact);
  return at == facts_on_trail.end() ? fact + " " + value : at->words(value, names);
}

}  // namespace

std::string facts_in_words(const accounts::ActParts& act, const AuditNames& names) {
  std::vector<std::string> facts;
  for (const auto& [name, value] : act.facts) facts.push_back(fact_in_words(name, value, names));
  return join(facts, ", ");
}

}  // namespace northlight::web::views
