#include "store/personal_links.hpp"

#include "domain/words_in.hpp"
#include "store/file_key.hpp"
#include "store/readable.hpp"

namespace northlight::store {
namespace {

using Text = std::string;
using MaybeText = std::optional<std::string>;

constexpr std::size_t shortest_of_service = 5;

/// However it is written: without regard to case, accents and what stands between the words.
Text words_of_name(std::string_view name) {
  Text all;
  for (const auto& word : domain::words_in(name)) all += word.folded + " ";
  return all;
}

Result<std::optional<PersonalLink>> read_link(Session& session, std::string_view sql,
                                              const Bindings& bindings) {
  NL_TRY(row, (session.row<Text, Text, Text, MaybeText>(sql, bindings)));
  if (!row) return std::optional<PersonalLink>{};
  NL_TRY(person, domain::PersonId::parse(std::get<0>(*row)));
  NL_TRY(file, domain::FileId::parse(std::get<1>(*row)));
  NL_TRY(set_up_by, platform::parse_instant(std::get<2>(*row)));
  return std::optional(PersonalLink{person, file, set_up_by, std::get<3>(*row).has_value()});
}

// What is sealed for one place opens in no other.
std::string whose_place(domain::PersonId person) { return "personal_link:whose:" + person.text(); }

}  // namespace

Status add_personal_link(Transaction& transaction, const Grant& grant, const platform::Keys& keys,
                         std::string_view token_hash, const PersonalLink& link,
                         std::string_view whose) {
  MaybeText sealed;
  if (!whose.empty()) {
    NL_TRY(key, file_key_or_made(transaction, grant, keys));
    sealed = key.seal(whose_place(link.person), whose);
  }
  NL_CHECK(transaction.run(
      "insert into personal_link (token_hash, person_id, file_id, set_up_by, whose) "
      "values (:hash, :person, :file, :by, :whose)",
      {{"hash", token_hash},
       {"person", link.person.text()},
       {"file", grant.file().text()},
       {"by", platform::iso(link.set_up_by)},
       {"whose", sealed}}));
  return done();
}

Result<std::vector<std::string>> names_behind_links(Session& session, const platform::Keys& keys,
                                                    domain::FileId file,
                                                    std::optional<domain::PersonId> of_link) {
  std::vector<std::string> names;
  NL_CHECK((session.each<Text, Text, MaybeText, Text>(
      "select c.given_names, c.family_name, c.known_as, o.name from child c "
      "join organisation o on o.id = c.service_id where c.file_id = :file",
      {{"file", file.text()}},
      [&](const Text& given, const Text& family, const MaybeText& known_as, const Text& service) {
        names = {given, family, known_as.value_or("")};
        // "Bath and North East": only what tells of this service, not "and" or "east".
        for (const auto& word : domain::words_in(service))
          if (word.folded.size() >= shortest_of_service) names.push_back(word.folded);
      })));
  NL_TRY(links, (session.rows<Text, Text>("select person_id, whose from personal_link "
                                          "where file_id = :file and whose is not null",
                                          {{"file", file.text()}})));
  for (const auto& [person_text, sealed] : links) {
    NL_TRY(person, domain::PersonId::parse(person_text));
    if (of_link && person != *of_link) continue;
    NL_TRY(key, file_key_behind_link(session, file, keys));
    NL_TRY(whose, key.open(whose_place(person), sealed));
    names.push_back(std::move(whose));
  }
  return names;
}

Result<std::optional<PersonalLink>> find_personal_link(Session& session,
                                                       std::string_view token_hash) {
  return read_link(session,
                   "select person_id, file_id, set_up_by, set_up_at from personal_link "
                   "where token_hash = :hash",
                   {{"hash", token_hash}});
}

Result<std::optional<PersonalLink>> personal_link_of(Session& session, domain::PersonId person) {
  return read_link(session,
                   "select person_id, file_id, set_up_by, set_up_at from personal_link "
                   "where person_id = :person",
                   {{"person", person.text()}});
}

Result<bool> set_up_personal_link(Transaction& transaction, domain::PersonId person,
                                  platform::Instant at) {
  NL_TRY(changed, transaction.run("update personal_link set set_up_at = :at "
                                  "where person_id = :person and set_up_at is null",
                                  {{"at", platform::iso(at)}, {"person", person.text()}}));
  return changed == 1;
}

Status forget_personal_link(Transaction& transaction, domain::PersonId person) {
  NL_CHECK(transaction.run("delete from personal_link where person_id = :person",
                           {{"person", person.text()}}));
  return done();
}

bool is_of(const LinkInList& link, std::string_view whose) {
  if (link.relation == domain::Relation::Themself) return true;
  const auto name = words_of_name(link.whose.reveal());
  return !name.empty() && name == words_of_name(whose);
}

Result<std::vector<LinkInList>> personal_links_of(Session& session, const Grant& grant,
                                                  const platform::Keys& keys) {
  NL_TRY(rows, (session.rows<Text, Text, MaybeText, MaybeText, MaybeText>(
                   "select l.person_id, s.relation, l.set_up_at, p.left_on, l.whose "
                   "from personal_link l "
                   "join person p on p.id = l.person_id "
                   "join sight s on s.cause_id = l.person_id and s.file_id = l.file_id "
                   "where l.file_id = :file and s.cause_kind = 'link' "
                   "and (s.until_at is null or s.until_at > :at) order by s.from_at, l.person_id",
                   {{"file", grant.file().text()}, {"at", platform::iso(grant.at())}})));
  std::vector<LinkInList> links;
  for (const auto& [person_text, relation, set_up_at, left_on, sealed] : rows) {
    NL_TRY(person, domain::PersonId::parse(person_text));
    LinkInList link{person, domain::parse_relation(relation).value_or(domain::Relation::Themself),
                    set_up_at.has_value()};
    if (sealed) {
      NL_TRY(key, file_key(session, grant, keys));
      NL_TRY(whose, key.open(whose_place(person), *sealed));
      link.whose = Sensitive(std::move(whose));
    }
    if (left_on) {
      NL_TRY(day, parse_date(*left_on));
      link.last_day = day;
    }
    links.push_back(link);
  }
  return links;
}

Result<std::vector<LinkGiven>> links_given(Session& session, const Grant& grant,
                                           const platform::Keys& keys) {
  Readable readable;
  NL_TRY(links,
         readable.checked(session.rows<Text, Text, Text, MaybeText, MaybeText, MaybeText>(
             "select s.holder_id, s.relation, s.from_at, s.until_at, p.left_on, l.whose "
             "from sight s join person p on p.id = s.holder_id "
             "left join personal_link l on l.person_id = s.holder_id and l.file_id = s.file_id "
             "where s.file_id = :file and s.cause_kind = 'link' order by s.from_at, s.holder_id",
             {{"file", grant.file().text()}},
             [&](const Text& person, const Text& relation, const Text& from, const MaybeText& until,
                 const MaybeText& last_day, MaybeText whose) {
               return LinkGiven{readable.id<domain::PersonId>(person),
                                readable.known(domain::parse_relation(relation)),
                                readable.instant(from),
                                readable.instant(until),
                                readable.date(last_day),
                                Sensitive(std::move(whose).value_or(""))};
             })));
  for (auto& link : links) {
    if (link.whose.reveal().empty()) continue;
    NL_TRY(key, file_key(session, grant, keys));
    NL_TRY(whose, key.open(whose_place(link.person), link.whose.reveal()));
    link.whose = Sensitive(std::move(whose));
  }
  return std::move(links);
}

Status add_agreement(Transaction& transaction, const Grant& grant, const Agreement& agreement) {
  NL_CHECK(transaction.run(
      "insert into agreement (shared_id, file_id, agreed_on, words, recorded_by, recorded_at) "
      "values (:shared, :file, :on, :words, :by, :at)",
      {{"shared", agreement.shared.text()},
       {"file", grant.file().text()},
       {"on", northlight::iso(agreement.agreed_on)},
       {"words", agreement.words.reveal()},
       {"by", grant.person().text()},
       {"at", platform::iso(grant.at())}}));
  return done();
}

Status withdraw_agreement(Transaction& transaction, const Grant& grant, SharedId shared) {
  NL_TRY(changed, transaction.run("update agreement set withdrawn_at = :at, withdrawn_by = :by "
                                  "where shared_id = :shared and file_id = :file "
                                  "and withdrawn_at is null",
                                  {{"at", platform::iso(grant.at())},
                                   {"by", grant.person().text()},
                                   {"shared", shared.text()},
                                   {"file", grant.file().text()}}));
  if (changed == 0) return Error{ErrorCode::NotFound, "No such agreement stands."};
  return done();
}

Result<std::vector<Agreement>> agreements_of(Session& session, const Grant& grant) {
  NL_TRY(rows, (session.rows<Text, Text, Text, Text, MaybeText>(
                   "select shared_id, agreed_on, words, recorded_by, withdrawn_at from agreement "
                   "where file_id = :file order by recorded_at, shared_id",
                   {{"file", grant.file().text()}})));
  std::vector<Agreement> agreements;
  for (auto& [shared_text, on, words, by_text, withdrawn] : rows) {
    NL_TRY(shared, SharedId::parse(shared_text));
    NL_TRY(agreed_on, parse_date(on));
    NL_TRY(by, domain::PersonId::parse(by_text));
    Agreement agreement{shared, agreed_on, Sensitive(std::move(words)), by};
    if (withdrawn) {
      NL_TRY(at, platform::parse_instant(*withdrawn));
      agreement.withdrawn_at = at;
    }
    agreements.push_back(std::move(agreement));
  }
  return agreements;
}

}  // namespace northlight::store
