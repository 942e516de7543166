#include "base/text.hpp"
#include "html/details.hpp"
#include "html/inset_text.hpp"
#include "html/summary_list.hpp"
#include "html/table.hpp"
#include "html/warning_text.hpp"
#include "web/child_paths.hpp"
#include "web/views/address_words.hpp"
#include "web/views/children_view.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/past_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using casework::KnownWhen;
using casework::StoodCase;
using casework::StoodFile;
using domain::Relation;

std::string stood_day(platform::Instant at) { return words(platform::day_in_london(at)); }

Html part_heading(const char* title) {
  return element("h2", {{"class", "govuk-heading-m"}}, title);
}

Html quiet_words(const std::string& said) {
  return element("span", {{"class", "nl-quiet nl-block"}}, said);
}

std::string full_name(const store::ChildRow& child) {
  return std::string(trim(child.given_names.reveal() + " " + child.family_name.reveal()));
}

std::string born_words(const store::ChildRow& child, Date day) {
  const auto& born = child.born_on.reveal();
  if (!born) return "Not known yet";
  if (*born > day) return words(*born);
  return words(*born) + " (age " + age_words(born, day) + " on this day)";
}

/// What is told of the child where the file did not keep it yet.
Html child_not_kept(const std::optional<platform::Instant>& kept_from) {
  if (!kept_from) return {};
  return inset_text(
      {.text = "The name and the date of birth that stood here on this day are not kept. Shown are "
               "those of " +
               stood_day(*kept_from) + ", the earliest that are."});
}

Html who_the_child_was(const StoodFile& stood) {
  if (!stood.child || !stood.file.child) return {};  // A victim's file has no such part.
  const auto& child = stood.child->value;
  const auto& today = *stood.file.child;
  const bool of_today = stood.known == KnownWhen::Today;
  Html name = text(full_name(child));
  if (of_today) name += quiet_words("As it is today");
  if (!of_today && full_name(child) != full_name(today))
    name += quiet_words("Today: " + full_name(today));
  SummaryList list;
  list.rows.push_back({.key = "Name", .value = std::move(name)});
  if (const auto& known_as = child.known_as.reveal())
    list.rows.push_back({.key = "Known as", .value = *known_as});
  Html born = text(born_words(child, stood.day));
  const auto& born_today = today.born_on.reveal();
  if (child.born_on.reveal() != born_today)
    born += quiet_words("Today: " + (born_today ? words(*born_today) : "not known"));
  list.rows.push_back({.key = "Date of birth", .value = std::move(born)});
  list.rows.push_back({.key = "Address",
                       .value = stood.lived_at
                                    ? address_lines(*stood.lived_at) +
                                          quiet_words("Since " + words(stood.lived_at->from))
                                    : text(of_today ? "Not recorded" : "None had been recorded")});
  return part_heading("The child") + child_not_kept(stood.child->kept_from) + summary_list(list);
}

Html stood_workers(const StoodFile& stood, const StoodCase& one) {
  if (one.workers.empty()) return paragraph("Nobody had been given this case.");
  Table table{.caption = "Who worked on it",
              .caption_classes = "govuk-table__caption--s",
              .head = {{.text = "Who"}, {.text = "Part"}, {.text = "When"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (const auto& row : one.workers) {
    const auto team = stood.teams.find(row.team);
    table.rows.push_back(
        {{.text = (row.person ? name_of(stood.people, *row.person) : std::string("Nobody yet")) +
                  ", " + (team == stood.teams.end() ? std::string("their team") : team->second)},
         cell("Part", text(domain::words(row.part))),
         cell("When", text(row.until ? stood_day(row.from) + " to " + stood_day(*row.until)
                                     : "Since " + stood_day(row.from)))});
  }
  return html::table(table);
}

std::string stage_words(const StoodCase& one) {
  if (one.ended_on) return "It had ended, on " + words(*one.ended_on) + ".";
  if (!one.stage) return "It was open. How far the work had come on this day is not kept.";
  const std::string stage(domain::words(one.stage->value));
  if (!one.stage->kept_from) return "It was open. Stage: " + stage + ".";
  return "It was open. How far the work had come on this day is not kept; the earliest stage that "
         "is kept is that of " +
         stood_day(*one.stage->kept_from) + ": " + stage + ".";
}

Html stood_cases(const StoodFile& stood) {
  Html out = part_heading("Cases and who worked on them");
  if (stood.cases.empty())
    return out + paragraph(stood.known == KnownWhen::Then ? "No case had been opened."
                                                          : "No case had been opened by then.");
  for (const auto& one : stood.cases)
    out += element("h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}},
                   domain::words(one.kind)) +
           paragraph("Opened on " + words(one.opened_on) + ". " + stage_words(one)) +
           stood_workers(stood, one);
  return out;
}

Html stood_closing(const StoodFile& stood, const casework::StoodClosing& closing) {
  SummaryList list;
  std::vector<std::string> named;
  for (const auto& one : closing.named) named.push_back(name_of(stood.people, one));
  if (!named.empty())
    list.rows.push_back({.key = "Who was named on it", .value = join(named, ", ")});
  for (const auto& one : closing.conflicts)
    list.rows.push_back(
        {.key = "Conflict of interest",
         .value = text(name_of(stood.people, one.person) + ", since " + stood_day(one.from)) +
                  quiet_words(one.words)});
  return list.rows.empty() ? Html() : summary_list(list);
}

Html what_lay_on_it(const StoodFile& stood) {
  Html out = part_heading("Restrictions and holds");
  for (const auto& mark : stood.marks) {
    const bool restricted = mark.mark == domain::Mark::Restricted;
    out += warning_text(
        {.text =
             std::string(restricted ? "The file was restricted: only those who were named saw it. "
                                    : "Nothing in the file might be erased: it was held. ") +
             "Since " + stood_day(mark.from) + "." + (mark.reason.empty() ? "" : " " + mark.reason),
         .icon_fallback_text = "Important"});
  }
  const bool apart = stood.closing && !stood.closing->conflicts.empty();
  if (stood.marks.empty())
    out += paragraph(apart || !stood.closing
                         ? "The file was not restricted and not held."
                         : "The file was not restricted and not held, and no conflict of interest "
                           "stood.");
  return stood.closing ? out + stood_closing(stood, *stood.closing) : out;
}

/// "Until 5 April 2026" says the last day: it ends with the day before a midnight.
std::string since_until(platform::Instant from, const std::optional<platform::Instant>& until) {
  return "since " + stood_day(from) +
         (until ? ", until " + stood_day(*until - std::chrono::milliseconds(1)) : "");
}

std::string shared_with_whom(const StoodFile& stood, const casework::StoodShare& one) {
  if (one.row.relation == Relation::Themself) return "The child";
  const bool parent = one.row.relation == Relation::Parent;
  if (!one.row.person)
    return parent ? "Parents and carers who had a link then" : "Those who were asked in then";
  if (!parent) return name_of(stood.people, *one.row.person) + ", who was asked in";
  const auto& name = one.with.reveal();
  return name.empty() ? std::string("A parent or carer, whose name is not kept")
                      : name + ", parent or carer";
}

Html what_was_shared(const StoodFile& stood, const casework::StoodSharing& sharing) {
  Html out = part_heading("What was shared");
  SummaryList list;
  for (const auto& one : sharing.shares) {
    auto ground = std::string(store::words(one.row.ground));
    if (one.agreed_on) ground += " on " + words(*one.agreed_on);
    list.rows.push_back(
        {.key = shared_with_whom(stood, one),
         .value = element("p", {{"class", "nl-own-words"}}, one.row.words.reveal()) +
                  quiet_words(ground + ". Shared since " + stood_day(one.row.from) + ".")});
  }
  out += list.rows.empty() ? paragraph("Nothing of the file was shared.") : summary_list(list);
  SummaryList invited;
  for (const auto& one : sharing.invitations)
    invited.rows.push_back({.key = name_of(stood.people, one.person),
                            .value = "Asked in " + since_until(one.from, one.until)});
  if (invited.rows.empty()) return out + paragraph("Nobody was asked in.");
  return out +
         element("h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}}, "Who was asked in") +
         summary_list(invited);
}

Html who_had_a_link(const std::vector<store::LinkGiven>& links) {
  Html out = part_heading("Personal links");
  SummaryList list;
  for (const auto& one : links) {
    const auto& whose = one.whose.reveal();
    const bool own = one.relation == Relation::Themself;
    list.rows.push_back({.key = own ? std::string("The child")
                                : whose.empty()
                                    ? std::string("A parent or carer, whose name is not kept")
                                    : "A parent or carer: " + whose,
                         .value = "Since " + stood_day(one.from) +
                                  (one.last_day ? ", to end after " + words(*one.last_day) : "")});
  }
  return out +
         (list.rows.empty() ? paragraph("Nobody had a link to the file.") : summary_list(list));
}

std::string sent_by(const PastModel& model, const store::SentInRow& row) {
  if (row.kind == domain::SentInKind::ChildWords) return "The child, by their personal link";
  if (row.kind == domain::SentInKind::ParentWords)
    return "A parent or carer, by their personal link";
  return row.name + ", " + model.policy.title(row.role) + ", " + row.organisation;
}

Html one_sent_in(const PastModel& model, const store::SentInRow& row) {
  Html said = element("p", {{"class", "govuk-body nl-own-words"}}, row.words.reveal());
  if (row.kind == domain::SentInKind::VictimWishes)
    said += element("p", {{"class", "govuk-body nl-quiet"}},
                    "Tell the child and their family nothing of this without asking whoever sent "
                    "it.");
  if (row.document)
    said += element("p", {{"class", "govuk-body"}},
                    element("a",
                            {{"class", "govuk-link"},
                             {"href", paths::file_upload(model.place.file, row.document->hash)},
                             {"download", true}},
                            row.document->name.reveal()));
  return element("h3", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}},
                 std::string(domain::words(row.kind)) + ", " + moment_words(row.at)) +
         element("p", {{"class", "govuk-body nl-quiet govuk-!-margin-bottom-2"}},
                 sent_by(model, row) + ". " +
                     (row.read ? "Read by " + row.read->name + " on " + moment_words(row.read->at)
                               : std::string("Nobody had said yet that they read it")) +
                     ".") +
         details({.summary = text("What was sent in"), .content = std::move(said)});
}

Html what_was_sent_in(const PastModel& model) {
  Html out = part_heading("Sent in");
  if (model.stood->sent_in.empty()) return out + paragraph("Nothing had been sent in.");
  for (const auto& row : model.stood->sent_in) out += one_sent_in(model, row);
  return out;
}

/// What a role does not show of the file today, it does not show of another day.
Html not_theirs(const StoodFile& stood) {
  std::vector<std::string> parts;
  if (!stood.sharing) parts.emplace_back("what was shared and who was asked in");
  if (!stood.links) parts.emplace_back("who had a personal link");
  if (!stood.closing) parts.emplace_back("who was named on it and conflicts of interest");
  if (parts.empty()) return {};
  return paragraph(
      "Not shown, as you do not see it of the file today either: " + join(parts, "; ") + ".");
}

}  // namespace

Html stood_parts(const PastModel& model) {
  const auto& stood = *model.stood;
  // A victim's file is not shared, has no links and nothing is sent into it; what the victim was
  // called, its records say.
  if (!stood.child) return stood_cases(stood) + what_lay_on_it(stood);
  Html out = who_the_child_was(stood) + stood_cases(stood) + what_lay_on_it(stood);
  if (stood.sharing) out += what_was_shared(stood, *stood.sharing);
  if (stood.links) out += who_had_a_link(*stood.links);
  return out + not_theirs(stood) + what_was_sent_in(model);
}

}  // namespace northlight::web::views
