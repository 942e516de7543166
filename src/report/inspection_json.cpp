#include "report/inspection_json.hpp"

#include "base/date.hpp"
#include "report/attribution.hpp"
#include "report/json_parts.hpp"

namespace northlight::report {
namespace {

template <typename Day>
std::optional<std::string> date_or_null(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return iso(*day);
}

std::optional<std::int64_t> percent_of(const domain::KeyQuestionResult& one) {
  if (!one.percent) return std::nullopt;
  return one.percent->value;
}
std::optional<std::int64_t> yes_of(const domain::KeyQuestionResult& one) {
  if (!one.share) return std::nullopt;
  return one.share->met();
}
std::optional<std::int64_t> judged_of(const domain::KeyQuestionResult& one) {
  if (!one.share) return std::nullopt;
  return one.share->judged();
}

Json source_kind(domain::SourceKind kind) {
  switch (kind) {
    case domain::SourceKind::PublishedReport:
      return "published_report";
    case domain::SourceKind::OurSummary:
      return "our_summary";
    case domain::SourceKind::RatingsTable:
      return "ratings_table";
  }
  return nullptr;
}

Json item(const domain::Item& one) {
  return Json::object({{"text", one.text}, {"line", one.line}});
}

Json key_question(const domain::KeyQuestionResult& one) {
  return Json::object({{"lens", one.lens},
                       {"percent", percent_of(one)},
                       {"yes", yes_of(one)},
                       {"of", judged_of(one)},
                       {"line", one.line}});
}

Json standard(const domain::StandardResult& one, const ComputedRating* computed) {
  Json out = Json::object({{"id", one.id}, {"title", or_null(one.title)}, {"rating", one.rating}});
  out.set("computed_rating", computed ? Json(computed->rating) : Json(nullptr));
  out.set("decided_by",
          computed ? list(computed->decided_by, [](const auto& lens) { return Json(lens); })
                   : Json::array());
  out.set("cases", one.cases);
  out.set("key_questions", list(one.key_questions, key_question));
  out.set("strengths", list(one.strengths, item));
  out.set("areas_for_improvement", list(one.areas_for_improvement, item));
  out.set("line", one.line);
  return out;
}

/// What a list and the full document both say.
Json inspection_head(const InspectionEntry& entry) {
  const auto& one = entry.inspection;
  Json out = Json::object({{"id", entry.id}});
  out.set("service", Json::object({{"id", entry.service},
                                   {"name", one.service},
                                   {"full_name", or_null(one.service_full_name)}}));
  out.set("edition", one.edition);
  out.set("published", Json::object({{"text", or_null(one.published.text)},
                                     {"month", date_or_null(one.published.month)},
                                     {"day", date_or_null(one.published.day)}}));
  out.set("fieldwork", Json::object({{"month", date_or_null(one.fieldwork_month)},
                                     {"started", date_or_null(one.fieldwork_started)}}));
  out.set("joint", one.joint);
  out.set("score", one.score);
  out.set("score_maximum", one.score_maximum);
  out.set("overall_rating", one.overall_rating);
  out.set("source", Json::object({{"kind", source_kind(one.source_kind)},
                                  {"title", or_null(one.source_title)},
                                  {"address", or_null(one.source_address)},
                                  {"isbn", or_null(one.isbn)},
                                  {"licence", or_null(one.licence)},
                                  {"notes", or_null(one.notes)}}));
  out.set("links", Json::object({{"data", "/api/v1/inspections/" + entry.id},
                                 {"page", "/inspections/" + entry.id}}));
  return out;
}

Json severity(domain::Severity one) { return one == domain::Severity::Error ? "error" : "notice"; }

void add_facts(Json& out, const domain::PublishedInspection& one) {
  out.set("recommendations", list(one.recommendations, [](const auto& each) {
            return Json::object({{"number", each.number},
                                 {"addressee", each.addressee},
                                 {"text", each.text},
                                 {"line", each.line}});
          }));
  out.set("samples", list(one.samples, [](const auto& each) {
            return Json::object({{"what", each.what}, {"count", each.count}, {"line", each.line}});
          }));
  out.set("disposals", list(one.disposals, [](const auto& each) {
            return Json::object({{"type", each.type}, {"cases", each.cases}, {"line", each.line}});
          }));
  out.set("case_windows", list(one.case_windows, [](const auto& each) {
            return Json::object({{"domain", each.domain},
                                 {"from", iso(each.from)},
                                 {"to", iso(each.to)},
                                 {"line", each.line}});
          }));
  out.set("context", list(one.context, [](const auto& each) {
            return Json::object({{"what", each.what},
                                 {"value", each.value},
                                 {"unit", or_null(each.unit)},
                                 {"line", each.line}});
          }));
  out.set("surveys", list(one.surveys, [](const auto& each) {
            return Json::object(
                {{"what", each.what}, {"count", each.count}, {"of", each.of}, {"line", each.line}});
          }));
}

void add_check(Json& out, const domain::PublishedInspection& one) {
  out.set("findings", list(one.findings, [](const auto& each) {
            return Json::object({{"code", each.code},
                                 {"severity", severity(each.severity)},
                                 {"where", each.where},
                                 {"line", each.line},
                                 {"message", each.message}});
          }));
  out.set("questions", list(one.questions, [](const auto& each) {
            return Json::object(
                {{"where", each.where}, {"line", each.line}, {"message", each.message}});
          }));
}

std::string page_address(std::string_view list_address, const PageOfList& page,
                         std::size_t number) {
  return std::string(list_address) + "?page=" + std::to_string(number) +
         "&page_size=" + std::to_string(page.page_size);
}

Json paged(std::string_view address, const PageOfList& page, Json items) {
  Json out = attributed();
  out.set("total", page.total);
  out.set("page", page.page);
  out.set("pages", page.pages());
  out.set("page_size", page.page_size);
  const bool has_next = page.page < page.pages();
  out.set("previous",
          page.page > 1 ? Json(page_address(address, page, page.page - 1)) : Json(nullptr));
  out.set("next", has_next ? Json(page_address(address, page, page.page + 1)) : Json(nullptr));
  out.set("items", std::move(items));
  return out;
}

}  // namespace

Json inspection_document(const InspectionEntry& entry) {
  Json out = attributed();
  const Json facts = inspection_head(entry);
  for (const auto& [name, value] : *facts.members()) out.set(name, value);
  out.set("standards", list(entry.inspection.standards, [&](const auto& one) {
            return standard(one, entry.find_computed(one.id));
          }));
  add_facts(out, entry.inspection);
  add_check(out, entry.inspection);
  return out;
}

Json inspections_document(const std::vector<InspectionEntry>& entries, const PageOfList& page) {
  return paged("/api/v1/inspections", page, list(entries, inspection_head));
}

Json services_document(const std::vector<ServiceEntry>& services, const PageOfList& page) {
  return paged("/api/v1/services", page, list(services, [](const auto& one) {
                 Json out = Json::object(
                     {{"id", one.id}, {"name", one.name}, {"full_name", or_null(one.full_name)}});
                 out.set("inspections", list(one.inspections, [](const auto& id) {
                           return Json::object({{"id", id}, {"data", "/api/v1/inspections/" + id}});
                         }));
                 out.set("links", Json::object({{"page", "/services/" + one.id}}));
                 return out;
               }));
}

}  // namespace northlight::report
