#include <set>

#include "domain/slug.hpp"
#include "store/changed_version.hpp"
#include "store/children.hpp"
#include "store/drafts.hpp"
#include "store/files.hpp"
#include "store/holding.hpp"
#include "store/personal_links.hpp"
#include "store/versions.hpp"
#include "store/what_was.hpp"

namespace northlight::store {
namespace {

using domain::KnownName;
using domain::NameKnownBy;
using Text = std::string;
using Maybe = std::optional<std::string>;

/// "Wren Alice": "Wren".
std::string first_word(const std::string& names) { return names.substr(0, names.find(' ')); }

/// The family names of a child over time, as they are compared.
using FamilyNames = std::set<Text, std::less<>>;

/// Each way in which somebody of that name could be written in full.
domain::FormerName ways_of(const ChildRow& child) {
  const auto& given = child.given_names.reveal();
  const auto& family = child.family_name.reveal();
  domain::FormerName ways{given + " " + family, first_word(given) + " " + family};
  if (const auto& known_as = child.known_as.reveal()) ways.push_back(*known_as + " " + family);
  return ways;
}

bool is_called_alike(const ChildRow& one, const ChildRow& other) {
  return one.given_names == other.given_names && one.family_name == other.family_name &&
         one.known_as == other.known_as;
}

/// What the child of the file is called, and was before.
Result<FamilyNames> add_own_of_child(Session& session, const Grant& grant,
                                     domain::KnownNames& names) {
  FamilyNames families;
  const auto found = child(session, grant);
  if (!found && found.error().code == ErrorCode::NotFound) return families;
  if (!found) return found.error();
  names.own = {found->given_names.reveal(), found->family_name.reveal(),
               found->known_as.reveal().value_or("")};
  families.insert(domain::slug(found->family_name.reveal()));
  NL_TRY(was, child_over_time(session, grant));
  for (const auto& one : was) {
    families.insert(domain::slug(one.child.family_name.reveal()));
    if (!is_called_alike(one.child, *found)) names.former.push_back(ways_of(one.child));
  }
  families.erase("");
  return families;
}

Status add_children(Session& session, const Grant& grant, const std::string& service,
                    const FamilyNames& own_families, bool of_victim, domain::KnownNames& names) {
  return session.each<Text, Text, Maybe>(
      "select given_names, family_name, known_as from child where service_id = :service "
      "and file_id <> :file union all select w.given_names, w.family_name, w.known_as from "
      "child_was w "
      "join child c on c.file_id = w.file_id where c.service_id = :service and w.file_id <> :file",
      {{"service", service}, {"file", grant.file().text()}},
      [&](const Text& given, const Text& family, const Maybe& known_as) {
        const bool sibling = !own_families.empty() && own_families.contains(domain::slug(family));
        const auto by = sibling ? NameKnownBy::EachWord : NameKnownBy::Whole;
        // Which child harmed the victim nobody has written down, and their first name says it.
        if (of_victim) {
          names.others.push_back({given + " " + family, NameKnownBy::EachWordWithCapital});
          if (known_as) names.others.push_back({*known_as, NameKnownBy::EachWordWithCapital});
          return;
        }
        names.others.push_back({given + " " + family, by});
        names.others.push_back({first_word(given) + " " + family, NameKnownBy::Whole});
        if (known_as) names.others.push_back({*known_as + " " + family, by});
      });
}

/// Victims' names are in the records of their files, which project them; but for those of the file
/// of the grant.
Status add_victims(Session& session, const Grant& grant, const std::string& service,
                   domain::KnownNames& names) {
  const auto file = grant.file().text();
  NL_CHECK((session.each<Maybe, Maybe, Maybe>(
      "select distinct n.given_names, n.family_name, n.known_as from projected_child_name n "
      "join file f on f.id = n.file_id where f.service_id = :service and f.kind = 'victim' "
      "and f.id <> :file",
      {{"service", service}, {"file", file}},
      [&](const Maybe& given, const Maybe& family, const Maybe& known_as) {
        names.others.push_back(
            {given.value_or("") + " " + family.value_or(""), NameKnownBy::EachWordWithCapital});
        if (known_as) names.others.push_back({*known_as, NameKnownBy::EachWordWithCapital});
      })));
  return session.each<Text>(
      "select distinct c.who from projected_contact c join file f on f.id = c.file_id "
      "where f.service_id = :service and f.kind = 'victim' and c.who is not null "
      "and f.id <> :file",
      {{"service", service}, {"file", file}}, [&](Text who) {
        names.others.push_back({std::move(who), NameKnownBy::EachWordAsWritten});
      });
}

/// What the victim of the file is called, as its records said when they were last saved. What they
/// said when they were last signed was before that; what they said earlier is not projected.
Status add_own_of_victim(Session& session, const Grant& grant, domain::KnownNames& names) {
  return session.each<Text, Text, Maybe, bool>(
      "select distinct given_names, family_name, known_as, taken_from = 'saved' "
      "from projected_child_name where file_id = :file",
      {{"file", grant.file().text()}},
      [&](const Text& given, const Text& family, const Maybe& known_as, bool last) {
        if (last) {
          names.own.insert(names.own.end(), {given, family, known_as.value_or("")});
        } else {
          names.former.push_back({given + " " + family, known_as.value_or("") + " " + family});
        }
      });
}

/// Whoever is named where a form of this file asks who somebody is.
class NamedInRecords {
 public:
  explicit NamedInRecords(domain::KnownNames& names) : names_(names) {}

  void add(const forms::Form& form, const forms::Answers& answers) {
    for (const auto& section : form.sections) {
      for (const auto& field : section.fields) add(field, answers.fields);
      for (const auto& group : section.groups)
        for (const auto& row : answers.rows(group.code))
          for (const auto& field : group.fields) add(field, row.answers);
    }
  }

 private:
  void add(const forms::Field& field, const forms::AnswerMap& answers) {
    if (field.kind != forms::FieldKind::Person || field.about == domain::AboutWhom::Professional ||
        field.about == domain::AboutWhom::Child)
      return;
    const auto at = answers.find(field.code);
    const auto* text = at == answers.end() ? nullptr : std::get_if<std::string>(&at->second);
    if (text != nullptr && seen_.insert(*text).second)
      names_.others.push_back({*text, NameKnownBy::EachWordAsWritten});
  }

  domain::KnownNames& names_;
  std::set<std::string> seen_{};
};

Status add_from_records(Session& session, const Grant& grant, const Archive& archive,
                        domain::KnownNames& names) {
  NamedInRecords named(names);
  NL_TRY(heads, records_of(session, grant));
  for (const auto& head : heads) {
    NL_TRY(form, form_of(archive, head.form, head.edition));
    const auto draft = draft_of(session, grant, archive, head.id);
    if (draft)
      named.add(*form, draft->answers);
    else if (!is_changed_version(draft.error()))
      return draft.error();
    for (std::int64_t n = 1; n <= head.last_version; ++n) {
      const auto version = version_of(session, grant, archive, head.id, n);
      if (version)
        named.add(*form, version->answers);
      else if (!is_changed_version(version.error()))
        return version.error();
    }
  }
  return done();
}

/// Parents and carers who have a link: the child's own request names them, another's must not.
Status add_from_links(Session& session, const Grant& grant, const platform::Keys& keys,
                      domain::KnownNames& names) {
  NL_TRY(links, personal_links_of(session, grant, keys));
  for (const auto& one : links)
    if (!one.whose.reveal().empty())
      names.others.push_back({one.whose.reveal(), NameKnownBy::EachWordAsWritten});
  return done();
}

}  // namespace

Result<domain::KnownNames> known_names(Session& session, const Grant& grant,
                                       const Archive& archive) {
  NL_TRY(service, service_of(session, grant));
  domain::KnownNames names;
  NL_TRY(families, add_own_of_child(session, grant, names));
  NL_TRY(kind, kind_of(session, grant));
  const bool of_victim = kind == FileKind::Victim;
  if (of_victim) NL_CHECK(add_own_of_victim(session, grant, names));
  NL_CHECK(add_children(session, grant, service.text(), families, of_victim, names));
  NL_CHECK(add_victims(session, grant, service.text(), names));
  NL_CHECK(add_from_records(session, grant, archive, names));
  NL_CHECK(add_from_links(session, grant, archive.keys, names));
  return names;
}

}  // namespace northlight::store
