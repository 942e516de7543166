#include "report/edition_json.hpp"

#include "base/date.hpp"
#include "report/attribution.hpp"
#include "report/json_parts.hpp"

namespace northlight::report {
namespace {

namespace fw = northlight::framework;

Json basis(const fw::Basis& one) {
  return Json::object(
      {{"status", fw::name_of(one.status)},
       {"sources", list(one.sources, [](const auto& code) { return Json(code.text()); })},
       {"note", or_null(one.note)}});
}

Json rule(const fw::Rule& one) {
  return Json::object({{"text", one.text}, {"basis", basis(one.basis)}});
}

Json rule_or_null(const std::optional<fw::Rule>& one) { return one ? rule(*one) : Json(nullptr); }

std::string_view rated_by(fw::RatedBy one) {
  switch (one) {
    case fw::RatedBy::WeakestQuestion:
      return "lowest_key_question";
    case fw::RatedBy::Panel:
      return "panel";
    case fw::RatedBy::NotKnown:
      return "not_known";
  }
  return "";
}

Json question(const fw::KeyQuestion& one) {
  Json out = Json::object({{"id", one.code.text()},
                           {"lens", one.lens ? Json(one.lens->text()) : Json(nullptr)},
                           {"text", one.text}});
  out.set(
      "prompts", list(one.prompts, [](const auto& prompt) {
        return Json::object(
            {{"id", prompt.code.text()}, {"text", prompt.text}, {"basis", basis(prompt.basis)}});
      }));
  out.set("basis", basis(one.basis));
  return out;
}

Json standard(const fw::Standard& one) {
  return Json::object({{"id", one.code.text()},
                       {"domain", one.domain.text()},
                       {"title", one.title},
                       {"also_called", or_null(one.also_called)},
                       {"statement", or_null(one.statement)},
                       {"rated_by", rated_by(one.rated_by)},
                       {"counts_in_score", one.counts_in_score},
                       {"key_questions", list(one.questions, question)},
                       {"basis", basis(one.basis)}});
}

Json domain(const fw::Domain& one) {
  return Json::object({{"id", one.code.text()},
                       {"number", or_null(one.number)},
                       {"title", one.title},
                       {"minimum_cases", one.minimum_cases},
                       {"sample_minimum", one.sample_minimum},
                       {"sample_maximum", one.sample_maximum},
                       {"basis", basis(one.basis)}});
}

Json bands(const fw::Edition& edition) {
  if (!edition.bands) return nullptr;
  const auto& bands = *edition.bands;
  Json out =
      Json::object({{"compared", bands.compared == fw::Compared::Exact ? "exact" : "printed"},
                    {"rule", rule(bands.rule)},
                    {"rounding", rule(bands.rounding)}});
  out.set("bands", list(bands.bands, [&](const auto& band) {
            return Json::object({{"rating", edition.name(band.rating)},
                                 {"from", band.from.value},
                                 {"below", band.below.value},
                                 {"wording", or_null(band.wording)}});
          }));
  return out;
}

Json overall(const fw::Edition& edition) {
  if (!edition.overall) return nullptr;
  Json out = Json::object({{"rule", rule(edition.overall->rule)}});
  out.set("bands", list(edition.overall->bands, [&](const auto& band) {
            return Json::object({{"rating", edition.name(band.rating)},
                                 {"up_to", band.up_to ? Json(band.up_to->text()) : Json(nullptr)}});
          }));
  return out;
}

Json discretion(const fw::Edition& edition) {
  if (!edition.discretion) return nullptr;
  return Json::object({{"margin_points", edition.discretion->margin_points},
                       {"changed_judgements", edition.discretion->changed_judgements},
                       {"most_bands", edition.discretion->most_bands},
                       {"rule", rule(edition.discretion->rule)}});
}

Json rules(const fw::Edition& edition) {
  Json out = Json::object({{"lowest_decides", rule_or_null(edition.lowest_decides)},
                           {"score", rule_or_null(edition.score_rule)},
                           {"panel", rule_or_null(edition.panel_rule)},
                           {"unrated", rule_or_null(edition.unrated_rule)}});
  out.set("sample", edition.sample ? rule(edition.sample->rule) : Json(nullptr));
  out.set("case_window", edition.case_window ? rule(edition.case_window->rule) : Json(nullptr));
  return out;
}

Json month_or_null(const std::optional<Month>& month) {
  return month ? Json(iso(*month)) : Json(nullptr);
}

Json edition_head(const fw::Edition& edition) {
  return Json::object({{"id", edition.code.text()},
                       {"title", edition.title},
                       {"inspectorate", edition.inspectorate},
                       {"summary", or_null(edition.summary)},
                       {"fieldwork_from", month_or_null(edition.fieldwork_from)},
                       {"fieldwork_until", month_or_null(edition.fieldwork_until)},
                       {"links", Json::object({{"data", "/api/v1/standards/" + edition.code.text()},
                                               {"page", "/standards/" + edition.code.text()}})}});
}

Json lists_of(const fw::Edition& edition) {
  Json out = Json::object();
  out.set("scale", list(edition.scale, [](const auto& level) {
            return Json::object({{"id", level.code},
                                 {"name", level.name},
                                 {"points", level.points},
                                 {"basis", basis(level.basis)}});
          }));
  out.set("lenses", list(edition.lenses, [](const auto& lens) {
            return Json::object({{"id", lens.code.text()},
                                 {"name", lens.name},
                                 {"also_called", or_null(lens.also_called)},
                                 {"basis", basis(lens.basis)}});
          }));
  out.set("domains", list(edition.domains, domain));
  out.set("standards", list(edition.standards, standard));
  out.set("not_known", list(edition.not_known, [](const auto& gap) {
            return Json::object(
                {{"about", fw::name_of(gap.about)}, {"what", gap.what}, {"why", gap.why}});
          }));
  out.set("sources", list(edition.sources, [](const auto& source) {
            return Json::object({{"id", source.code.text()},
                                 {"title", source.title},
                                 {"publisher", or_null(source.publisher)},
                                 {"published", or_null(source.published)},
                                 {"address", or_null(source.address)},
                                 {"note", or_null(source.note)}});
          }));
  return out;
}

void add_all(Json& out, const Json& members) {
  for (const auto& [name, value] : *members.members()) out.set(name, value);
}

}  // namespace

Json edition_document(const framework::Edition& edition) {
  Json out = attributed();
  add_all(out, edition_head(edition));
  out.set("basis", basis(edition.basis));
  out.set("bands", bands(edition));
  out.set("overall", overall(edition));
  out.set("discretion", discretion(edition));
  out.set("rules", rules(edition));
  add_all(out, lists_of(edition));
  return out;
}

Json editions_document(std::span<const framework::Edition> editions) {
  Json out = attributed();
  out.set("items", list(editions, edition_head));
  return out;
}

}  // namespace northlight::report
