#include "web/pages/audit_pages.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "accounts/access_watch.hpp"
#include "accounts/audit_reading.hpp"
#include "base/text.hpp"
#include "web/pages/audit_shown.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/paths.hpp"

namespace northlight::web {
namespace {

using views::AuditFault;
using views::AuditQuery;

constexpr std::size_t rows_a_page = 50;
constexpr std::int64_t most_heads_shown = 400;
constexpr std::size_t unusual_on_a_page = 50;
constexpr std::size_t people_on_a_page = 10;
constexpr std::size_t lines_of_each = 3;
constexpr std::size_t most_children = 20;

// In the order in which the filter offers them: what tells most first.
constexpr std::array<std::pair<accounts::Unusual, const char*>, accounts::unusual_count> kinds{
    {{accounts::Unusual::SameName, "Same family name"},
     {accounts::Unusual::SameAddress, "Same address"},
     {accounts::Unusual::SamePostcode, "Same postcode"},
     {accounts::Unusual::GlassBroken, "A reason was typed"},
     {accounts::Unusual::RefusedOften, "Refused often"},
     {accounts::Unusual::NoRelation, "Not their case or their team’s"},
     {accounts::Unusual::Volume, "Many files on one day"},
     {accounts::Unusual::OutOfHours, "Out of hours"}}};

// "22/11/2026", as the filter takes it.
std::string typed_day_of(Date day) {
  const auto text = iso(day);
  return text.substr(8, 2) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4);
}

AuditQuery query_in(const Fields& fields) {
  return {.file = fields.text("file"),
          .person = fields.text("person"),
          .operation = fields.text("operation"),
          .from = fields.text("from"),
          .until = fields.text("until")};
}

// The moment at which a day begins in London.
platform::Instant beginning_of(Date day) {
  using namespace std::chrono_literals;
  const platform::Instant midnight{std::chrono::sys_days(day)};
  return platform::day_in_london(midnight - 30min) == day ? midnight - 1h : midnight;
}

Result<std::optional<platform::Instant>> day_in(const std::string& typed, const char* field,
                                                int days_later) {
  if (typed.empty()) return std::optional<platform::Instant>{};
  const auto day = parse_written_date(typed);
  if (!day) return Error{ErrorCode::Invalid, "Enter a day that exists, like 22/11/2026", field};
  return std::optional(
      beginning_of(Date{std::chrono::sys_days(*day) + std::chrono::days(days_later)}));
}

Error days_turned_round() {
  return {ErrorCode::Invalid, "The last day is before the first: change one of them", "until"};
}

Result<store::AuditFilter> filter_of(const AuditQuery& query, domain::OrganisationId service) {
  store::AuditFilter filter{.service = service};
  if (!query.file.empty()) {
    const auto file = domain::FileId::parse(query.file);
    if (!file)
      return Error{ErrorCode::Invalid, "Enter the number of a file: 26 letters and figures",
                   "file"};
    filter.file = *file;
  }
  if (!query.person.empty()) {
    const auto person = domain::PersonId::parse(query.person);
    if (!person)
      return Error{ErrorCode::Invalid, "Enter the number of a person: 26 letters and figures",
                   "person"};
    filter.person = *person;
  }
  if (!query.operation.empty()) {
    filter.operation = store::parse_audit_operation(query.operation);
    if (!filter.operation)
      return Error{ErrorCode::Invalid, "Choose what was done from the list", "operation"};
  }
  NL_TRY(from, day_in(query.from, "from", 0));
  NL_TRY(until, day_in(query.until, "until", 1));
  if (from && until && *until <= *from) return days_turned_round();
  filter.from = from;
  filter.until = until;
  return filter;
}

std::optional<domain::OrganisationId> service_of(const Site& site, const Request& request) {
  return accounts::audited_by(site.people->policy, request.visitor->asker);
}

accounts::AuditReading reading_for(const Site& site) {
  return {site.people->database, site.people->gate, site.people->keys};
}

Response list_rows(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  if (!service) return Response::problem(404);
  views::AuditListShown shown{.query = query_in(request.query())};
  const auto filter = filter_of(shown.query, *service);
  if (!filter) {
    shown.fault = AuditFault{filter.error().where, filter.error().message};
    return show_to_visitor(views::audit_list(shell_for(site, request), shown), unprocessable);
  }
  std::optional<std::int64_t> before;
  if (const auto typed = parse_whole_number(request.query().text("before"))) before = *typed;
  const auto page = reading_for(site).lines(request.visitor->asker, *filter, before, rows_a_page);
  if (!page) return refused(page.error(), request);
  const auto names = names_for(site.people->policy, *page);
  for (const auto& line : page->lines) {
    shown.rows.push_back(row_shown(names, line));
    if (filter->person && line.person == filter->person) shown.query.person_name = line.name;
  }
  shown.older = page->older;
  shown.may_read_installation =
      accounts::installation_audited_by(site.people->policy, request.visitor->asker).has_value();
  return show_to_visitor(views::audit_list(shell_for(site, request), shown));
}

Response installation(const Site& site, const Request& request) {
  const auto organisation =
      accounts::installation_audited_by(site.people->policy, request.visitor->asker);
  if (!organisation) return Response::problem(404);
  views::InstallationLogShown shown{.query = {.operation = request.query().text("operation"),
                                              .from = request.query().text("from"),
                                              .until = request.query().text("until")}};
  const auto filter = filter_of(shown.query, *organisation);
  if (!filter) {
    shown.fault = AuditFault{filter.error().where, filter.error().message};
    return show_to_visitor(views::installation_log(shell_for(site, request), shown), unprocessable);
  }
  std::optional<std::int64_t> before;
  if (const auto typed = parse_whole_number(request.query().text("before"))) before = *typed;
  const auto page = reading_for(site).installation_lines(request.visitor->asker, *organisation,
                                                         *filter, before, rows_a_page);
  if (!page) return refused(page.error(), request);
  const auto names = names_for(site.people->policy, *page);
  for (const auto& line : page->lines) shown.rows.push_back({row_shown(names, line), line.source});
  shown.older = page->older;
  return show_to_visitor(views::installation_log(shell_for(site, request), shown));
}

Response installation_event(const Site& site, const Request& request) {
  const auto organisation =
      accounts::installation_audited_by(site.people->policy, request.visitor->asker);
  const auto number = request.parameters.whole_number("number");
  if (!organisation || !number) return Response::problem(404);
  const auto page =
      reading_for(site).installation_line(request.visitor->asker, *organisation, *number);
  if (!page) return refused(page.error(), request);
  auto shown = event_shown(names_for(site.people->policy, *page), page->lines.front());
  shown.of_installation = true;
  return show_to_visitor(views::audit_event(shell_for(site, request), shown));
}

Response find_people(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  if (!service) return Response::problem(404);
  views::AuditPeopleShown shown{.typed = request.form.text("who")};
  const auto found = reading_for(site).people(request.visitor->asker, *service, shown.typed);
  if (!found && found.error().code != ErrorCode::Invalid) return refused(found.error(), request);
  if (!found) {
    shown.fault = AuditFault{found.error().where, found.error().message};
    return show_to_visitor(views::audit_people(shell_for(site, request), shown), unprocessable);
  }
  for (const auto& one : *found)
    shown.people.push_back({.person = one.person.text(),
                            .name = one.name,
                            .address = one.sign_in_name,
                            .left = one.left_on ? ", left on " + words(*one.left_on) : "",
                            .elsewhere = one.elsewhere});
  return show_to_visitor(views::audit_people(shell_for(site, request), shown));
}

Response find_children(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  if (!service) return Response::problem(404);
  views::AuditChildrenShown shown{.typed = request.form.text("child")};
  auto found =
      reading_for(site).children(request.visitor->asker, *service, shown.typed, most_children);
  if (!found && found.error().code != ErrorCode::Invalid) return refused(found.error(), request);
  if (!found) {
    shown.fault = AuditFault{found.error().where, found.error().message};
    return show_to_visitor(views::audit_children(shell_for(site, request), shown), unprocessable);
  }
  if (const auto number = domain::FileId::parse(trim(shown.typed))) shown.number = number->text();
  shown.more = found->more;
  shown.service = std::move(found->service);
  for (const auto& one : found->found) shown.children.push_back(views::child_shown(one));
  return show_to_visitor(views::audit_children(shell_for(site, request), shown));
}

Response event(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  const auto number = request.parameters.whole_number("number");
  if (!service || !number) return Response::problem(404);
  const auto page = reading_for(site).line(request.visitor->asker, *service, *number);
  if (!page) return refused(page.error(), request);
  return show_to_visitor(
      views::audit_event(shell_for(site, request),
                         event_shown(names_for(site.people->policy, *page), page->lines.front())));
}

Response heads(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  if (!service) return Response::problem(404);
  const auto signed_ones =
      reading_for(site).heads(request.visitor->asker, *service, most_heads_shown);
  if (!signed_ones) return refused(signed_ones.error(), request);
  views::AuditHeadsShown shown;
  for (const auto& head : *signed_ones) {
    const auto at = platform::parse_instant(head.made_at);
    const auto chain = std::ranges::find(head.chains, service->text(), &store::ChainHead::service);
    shown.rows.push_back({.day = head.day,
                          .when = at ? when_in_london(*at) : head.made_at,
                          .number = chain == head.chains.end() ? 0 : chain->number,
                          .key = head.public_key});
  }
  return show_to_visitor(views::audit_heads(shell_for(site, request), shown));
}

Response head(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  if (!service) return Response::problem(404);
  const auto signed_ones =
      reading_for(site).heads(request.visitor->asker, *service, most_heads_shown);
  if (!signed_ones) return refused(signed_ones.error(), request);
  const auto day = request.parameters.text("day");
  const auto found = std::ranges::find(*signed_ones, day, &store::AuditHead::day);
  if (found == signed_ones->end()) return Response::problem(404);
  return Response::json(as_json(*found))
      .with("Content-Disposition", "attachment; filename=\"audit-head-" + found->day + ".json\"")
      .with("Cache-Control", "no-store");
}

using Found = std::vector<const accounts::UnusualAccess*>;

views::UnusualShown::Row row_of(const accounts::UnusualAccess& one) {
  return {.number = one.number,
          .when = short_in_london(one.at),
          .file = one.file ? one.file->text() : "",
          .why = one.why};
}

/// Of those of the page, and so many lines of each.
void show_groups(const std::vector<Found>& people, std::size_t first, std::size_t many,
                 views::UnusualShown& shown) {
  for (auto i = first; i < std::min(people.size(), first + people_on_a_page); ++i) {
    const auto& lines = people[i];
    auto& group = shown.groups.emplace_back(views::UnusualShown::Group{
        lines.front()->person.text(), lines.front()->name, lines.size(), {}});
    for (std::size_t at = 0; at < std::min(lines.size(), many); ++at)
      group.rows.push_back(row_of(*lines[at]));
  }
}

int page_asked(const Fields& query, std::size_t count, std::size_t on_a_page,
               views::UnusualShown& shown) {
  shown.pages = std::max(1, static_cast<int>((count + on_a_page - 1) / on_a_page));
  shown.page = static_cast<int>(
      std::clamp<std::int64_t>(parse_whole_number(query.text("page")).value_or(1), 1, shown.pages));
  return shown.page - 1;
}

// Those of the kind that was asked for, by person, and of those the page: they come newest first.
void show_part(const std::vector<accounts::UnusualAccess>& found, const Fields& query,
               views::UnusualShown& shown) {
  for (const auto& [kind, words_shown] : kinds) {
    const auto count = std::ranges::count_if(found, [&](const auto& one) {
      return one.kind == kind && (shown.person.empty() || one.person.text() == shown.person);
    });
    shown.kinds.push_back({std::string(code(kind)), words_shown, static_cast<std::size_t>(count)});
    if (code(kind) == query.text("kind")) shown.kind = code(kind);
  }
  std::vector<Found> people;
  for (const auto& one : found) {
    if (!shown.kind.empty() && code(one.kind) != shown.kind) continue;
    if (!shown.person.empty() && one.person.text() != shown.person) continue;
    const auto at = std::ranges::find_if(
        people, [&](const Found& lines) { return lines.front()->person == one.person; });
    (at == people.end() ? people.emplace_back() : *at).push_back(&one);
  }
  if (shown.person.empty()) {
    const auto page = page_asked(query, people.size(), people_on_a_page, shown);
    show_groups(people, static_cast<std::size_t>(page) * people_on_a_page, lines_of_each, shown);
    return;
  }
  if (people.empty()) return;
  auto& lines = people.front();
  const auto count = lines.size();
  const auto page = static_cast<std::size_t>(page_asked(query, count, unusual_on_a_page, shown));
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(page * unusual_on_a_page));
  show_groups(people, 0, unusual_on_a_page, shown);
  shown.groups.front().count = count;
}

Response unusual(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  if (!service) return Response::problem(404);
  const auto today = platform::day_in_london(request.visitor->asker.at);
  views::UnusualShown shown{.from = request.query().text("from"),
                            .until = request.query().text("until"),
                            .person = request.query().text("person")};
  if (!domain::PersonId::parse(shown.person)) shown.person.clear();
  if (shown.until.empty()) shown.until = typed_day_of(today);
  if (shown.from.empty())
    shown.from = typed_day_of(add_days(today, -site.people->watch->days_shown));
  const auto from = day_in(shown.from, "from", 0);
  const auto until = day_in(shown.until, "until", 1);
  const auto fail = [&](const Error& error) {
    shown.fault = AuditFault{error.where, error.message};
    return show_to_visitor(views::audit_unusual(shell_for(site, request), shown), unprocessable);
  };
  if (!from) return fail(from.error());
  if (!until) return fail(until.error());
  const auto& first = *from;
  const auto& last = *until;
  if (!first || !last) return fail({ErrorCode::Invalid, "Enter both days", "from"});
  if (*last <= *first) return fail(days_turned_round());
  const auto found = reading_for(site).unusual(request.visitor->asker, *service, *first, *last,
                                               site.people->watch->unusual);
  if (!found && found.error().code == ErrorCode::Invalid) return fail(found.error());
  if (!found) return refused(found.error(), request);
  show_part(*found, request.query(), shown);
  return show_to_visitor(views::audit_unusual(shell_for(site, request), shown));
}

Response ask_export(const Site& site, const Request& request) {
  if (!service_of(site, request)) return Response::problem(404);
  return show_to_visitor(
      views::audit_export(shell_for(site, request), {.query = query_in(request.query())}));
}

Response give_export(const Site& site, const Request& request) {
  const auto service = service_of(site, request);
  if (!service) return Response::problem(404);
  views::AuditExportShown shown{.query = query_in(request.form),
                                .recipient = request.form.text("recipient"),
                                .purpose = request.form.text("purpose")};
  const auto fail = [&](const Error& error) {
    shown.fault = AuditFault{error.where, error.message};
    return show_to_visitor(views::audit_export(shell_for(site, request), shown), unprocessable);
  };
  const auto form = request.form.text("form");
  if (form != "csv" && form != "json")
    return fail(
        {ErrorCode::Invalid, "Choose CSV or JSON: the log is given in no other form", "form"});
  const auto filter = filter_of(shown.query, *service);
  if (!filter) return fail(filter.error());
  const auto lines =
      reading_for(site).disclose(request.visitor->asker, *filter, shown.recipient, shown.purpose);
  if (!lines && lines.error().code == ErrorCode::Invalid) return fail(lines.error());
  if (!lines) return refused(lines.error(), request);
  if (form == "json")
    return Response::json(audit_json(*lines))
        .with("Content-Disposition", "attachment; filename=\"audit-log.json\"")
        .with("Cache-Control", "no-store");
  return Response::csv(audit_csv(*lines), "audit-log.csv").with("Cache-Control", "no-store");
}

}  // namespace

void add_audit_routes(Router& router, const Site& site) {
  if (site.people == nullptr) return;
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  const auto on = [&site](Response (*answer)(const Site&, const Request&)) {
    return [&site, answer](const Request& request) { return answer(site, request); };
  };
  router.get("/audit", on(list_rows), signed_in);
  router.post("/audit/people", on(find_people), signed_in);
  router.post("/audit/children", on(find_children), signed_in);
  router.get("/audit/heads", on(heads), signed_in);
  router.get("/audit/heads/:day", on(head), signed_in);
  router.get("/audit/installation", on(installation), signed_in);
  router.get("/audit/installation/:number", on(installation_event), signed_in);
  router.get("/audit/unusual", on(unusual), signed_in);
  router.get("/audit/export", on(ask_export), signed_in);
  router.post("/audit/export", on(give_export), signed_in);
  router.get("/audit/:number", on(event), signed_in);
}

}  // namespace northlight::web
