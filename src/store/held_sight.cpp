#include "store/held_sight.hpp"

#include <map>
#include <set>
#include <utility>

#include "store/held_lines.hpp"
#include "store/personal_links.hpp"
#include "store/readable.hpp"
#include "store/sent_in.hpp"

namespace northlight::store {
namespace {

using domain::AboutWhom;
using domain::HeldEntry;
using domain::HeldFact;
using domain::HeldLine;
using northlight::words;  // Of days, beside those of sharing grounds.
using Text = std::string;
using Maybe = std::optional<std::string>;

/// Who looked, by what they are to the child; and whom it tells of.
struct Looker {
  std::string words;
  AboutWhom about = AboutWhom::Child;
};
Looker looker(std::string_view code) {
  if (code == "child") return {"The child, by their link", AboutWhom::ChildConfided};
  if (code == "parent") return {"A parent or carer, by a link", AboutWhom::Family};
  if (code == "inspectorate") return {"Inspectors"};
  if (code == "other") return {"Somebody of another organisation", AboutWhom::Referrer};
  return {"People of the service"};
}

Status sights(Session& session, const Grant& grant, HeldEntry& about, std::set<Text>& of_others) {
  Readable readable;
  const auto read = session.each<Text, Text, Text, Text, Text, Text, Text, Maybe>(
      "select s.id, s.cause_id, s.relation, s.cause_kind, o.name, "
      "case when o.id = f.service_id then 'own' else 'other' end, s.from_at, s.until_at "
      "from sight s join organisation o on o.id = s.organisation_id join file f on f.id = "
      "s.file_id where s.file_id = :file and s.cause_kind in ('link', 'invitation', 'sample') "
      "order by s.from_at, s.id",
      {{"file", grant.file().text()}},
      [&](const Text& id, const Text& cause, const Text& relation, const Text& kind,
          const Text& organisation, const Text& whose, const Text& from, const Maybe& until) {
        const auto when = span_words(readable.instant(from), readable.instant(until));
        if (kind == "link") {
          const bool own = relation == "themself";
          add_line(about, HeldFact::Link, id, "By a personal link",
                   (own ? "The child, " : "A parent or carer, ") + when,
                   own ? AboutWhom::ChildConfided : AboutWhom::Family);
        } else if (kind == "sample") {
          add_line(about, HeldFact::Invitation, id, "An inspector, for an inspection",
                   organisation + ", " + when);
        } else {
          if (whose == "other") of_others.insert({id, cause});
          add_line(about, HeldFact::Invitation, id, "Asked in", organisation + ", " + when,
                   whose == "other" ? AboutWhom::Referrer : AboutWhom::Child);
        }
      });
  return read ? readable.checked(done()) : Status(read.error());
}

/// Lists of cases that an inspectorate was given, and whether the case was drawn.
Status given_lists(Session& session, const Grant& grant, HeldEntry& about) {
  NL_TRY(lists, (session.rows<Text, std::int64_t, Text, Text, bool>(
                    "select s.id, c.number, o.name, s.list_sent_at, c.drawn from sample_case c "
                    "join sample s on s.id = c.sample_id join organisation o on "
                    "o.id = s.inspectorate_id where c.file_id = :file and s.list_sent_at is not "
                    "null order by s.list_sent_at, s.id, c.number",
                    {{"file", grant.file().text()}})));
  for (const auto& [id, number, inspectorate, at, drawn] : lists)
    add_line(about, HeldFact::Invitation, id + "/list/" + std::to_string(number),
             "On a list of cases for an inspection",
             "Given to " + inspectorate + " on " + day_in(at) +
                 ", as a number and the kind of case, without a name. " +
                 (drawn ? "Inspectors were to read this one." : "It was not one that they read."));
  return done();
}

}  // namespace

/// Links, invitations, and what an inspectorate was given. A label says nothing of whose it is:
/// only what a line says can be hidden.
Result<HeldEntry> held_sight(Session& session, const Grant& grant, const platform::Keys& keys) {
  HeldEntry about{"Who else may see something of the file"};
  std::set<Text> of_others;  // Invitations of another organisation, by what the words hang on.
  NL_CHECK(sights(session, grant, about, of_others));
  NL_CHECK(given_lists(session, grant, about));
  NL_TRY(open_now, personal_links_of(session, grant, keys));
  for (const auto& one : open_now)
    if (!one.whose.reveal().empty())
      add_line(about, HeldFact::Link, "whose/" + one.person.text(), "Whose one of these links is",
               one.whose.reveal(), AboutWhom::Family);
  NL_TRY(asked, asked_of_invited(session, grant, keys));
  for (const auto& [invitation, words] : asked)
    add_line(about, HeldFact::Invitation, invitation + "/asked", "What one of them was asked",
             words.reveal(),
             of_others.contains(invitation) ? AboutWhom::Referrer : AboutWhom::Child);
  return about;
}

/// By day, and by what they are to the child. Who of the staff it was is not said, nor in which
/// role: they acted for the service, and a role can tell what a victim wished or who told.
Result<HeldEntry> held_looks(Session& session, const Grant& grant, platform::Instant asked_at) {
  std::map<std::pair<Date, Text>, std::int64_t> counts;
  Readable readable;
  // By the index as far as it is made, and by the rows themselves after that.
  const auto read = session.each<Text, Text>(
      "select l.at, case when p.kind = 'link' then (case when exists (select 1 from sight s "
      "where s.holder_id = p.id and s.file_id = :file and s.relation = 'themself') then 'child' "
      "else 'parent' end) when o.id is null or o.id = f.service_id then 'service' "
      "when o.kind = 'inspectorate' then 'inspectorate' else 'other' end "
      "from (select e.at, e.person_id, e.organisation_id from audit_named n join audit_entry e "
      "on e.chain = n.chain and e.number = n.number left join audit_named_until u on "
      "u.chain = n.chain where n.id = :file and n.number <= coalesce(u.number, 0) "
      "and e.file_id = :file and e.outcome = 'allowed' and e.at < :asked "
      "union all select e.at, e.person_id, e.organisation_id from audit_chain c "
      "left join audit_named_until u on u.chain = c.id join audit_entry e on e.chain = c.id "
      "and e.number > coalesce(u.number, 0) where e.file_id = :file "
      "and e.outcome = 'allowed' and e.at < :asked) l join file f on f.id = :file "
      "left join person p on p.id = l.person_id "
      "left join organisation o on o.id = l.organisation_id",
      {{"file", grant.file().text()}, {"asked", platform::iso(asked_at)}},
      [&](const Text& at, const Text& who) {
        ++counts[{platform::day_in_london(readable.instant(at)), who}];
      });
  if (!read) return read.error();
  HeldEntry about{"Who has looked at the file or worked in it, by day"};
  for (const auto& [when, count] : counts) {
    auto who = looker(when.second);
    HeldLine line{.place = "look/" + iso(when.first) + "/" + when.second,
                  .fact = HeldFact::Look,
                  .about = who.about};
    line.label = words(when.first);
    line.text = who.words + (count == 1 ? ", once" : ", " + std::to_string(count) + " times");
    about.lines.push_back(std::move(line));
  }
  return about;
}

}  // namespace northlight::store
