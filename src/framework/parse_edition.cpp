#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "framework/parse.hpp"

namespace northlight::framework {

namespace {

constexpr FactStatus statuses[] = {FactStatus::Published, FactStatus::Computed,
                                   FactStatus::Unverified};
constexpr Part parts[] = {Part::Standards,  Part::Questions,    Part::Prompts,    Part::Points,
                          Part::Bands,      Part::Overall,      Part::Discretion, Part::Sample,
                          Part::CaseWindow, Part::MinimumCases, Part::Other};
constexpr std::string_view weekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                         "Thursday", "Friday", "Saturday"};

template <typename Thing>
bool has_code(const std::vector<Thing>& things, std::string_view code) {
  return std::ranges::any_of(things, [&](const Thing& thing) {
    if constexpr (requires { thing.code.text(); })
      return thing.code.text() == code;
    else
      return thing.code == code;
  });
}

/// An id that no other of its kind has.
template <typename Thing>
std::string fresh_code(TomlFields& fields, const std::vector<Thing>& others) {
  auto code = fields.text("id").value_or("");
  if (!code.empty() && has_code(others, code))
    fields.refuse("id", fmt::format("The id \"{}\" is used twice. Give each its own.", code));
  return code;
}

std::optional<Rule> optional_rule(TomlFields* rules, std::string_view key, const Edition& edition) {
  if (!rules) return std::nullopt;
  auto fields = rules->optional_table(key);
  if (!fields) return std::nullopt;
  auto rule = parse_rule(*fields, edition);
  fields->finish();
  return rule;
}

std::optional<Month> optional_month(TomlFields& fields, std::string_view key) {
  const auto text = fields.optional_text(key);
  if (!text) return std::nullopt;
  const auto month = parse_month(*text);
  if (!month) fields.refuse(key, month.error().message);
  return month ? std::optional{*month} : std::nullopt;
}

std::optional<std::int64_t> optional_count(TomlFields& fields, std::string_view key) {
  if (!fields.has(key)) return fields.optional_whole(key);
  return parse_whole_between(fields, key, 0, Share::most_cases);
}

void parse_sources(TomlFields& fields, Edition& edition) {
  for (auto& row : fields.tables("sources")) {
    Source source{.code = SourceCode{fresh_code(row, edition.sources)},
                  .title = row.text("title").value_or(""),
                  .publisher = row.text("publisher").value_or(""),
                  .published = row.optional_text("published").value_or(""),
                  .address = row.optional_text("address").value_or(""),
                  .note = row.optional_text("note").value_or("")};
    row.finish();
    edition.sources.push_back(std::move(source));
  }
}

void parse_scale(TomlFields& fields, Edition& edition) {
  for (auto& row : fields.tables("scale")) {
    Level level{.code = fresh_code(row, edition.scale),
                .name = row.text("name").value_or(""),
                .points = row.optional_whole("points"),
                .basis = parse_basis(row, edition)};
    if (level.points && (*level.points < 0 || *level.points > 1000))
      row.refuse("points", "Points are a whole number from 0 to 1000.");
    if (!edition.scale.empty()) {
      const auto& before = edition.scale.back();
      if (level.points.has_value() != before.points.has_value())
        row.refuse("points",
                   "Some levels have points and some have none. Give all of them points, or none.");
      else if (level.points && *level.points <= *before.points)
        row.refuse(
            "points",
            fmt::format(
                "\"{}\" has {} points, no more than \"{}\" before it. List the scale from the "
                "lowest rating to the highest.",
                level.name, *level.points, before.name));
    }
    row.finish();
    edition.scale.push_back(std::move(level));
  }
  if (edition.scale.size() < 2 && fields.has("scale"))
    fields.refuse("scale",
                  "A scale has at least two ratings. List them from the lowest to the highest.");
}

void parse_lenses_and_domains(TomlFields& fields, Edition& edition) {
  for (auto& row : fields.optional_tables("lenses")) {
    Lens lens{.code = LensCode{fresh_code(row, edition.lenses)},
              .name = row.text("name").value_or(""),
              .also_called = row.optional_text("also_called").value_or(""),
              .basis = parse_basis(row, edition)};
    row.finish();
    edition.lenses.push_back(std::move(lens));
  }
  for (auto& row : fields.tables("domains")) {
    Domain domain{.code = DomainCode{fresh_code(row, edition.domains)},
                  .number = row.optional_text("number").value_or(""),
                  .title = row.text("title").value_or(""),
                  .case_counts_from = row.optional_text("case_counts_from").value_or(""),
                  .minimum_cases = optional_count(row, "minimum_cases"),
                  .sample_minimum = optional_count(row, "sample_minimum"),
                  .sample_maximum = optional_count(row, "sample_maximum"),
                  .basis = parse_basis(row, edition)};
    if (domain.sample_minimum && domain.sample_maximum &&
        *domain.sample_minimum > *domain.sample_maximum)
      row.refuse("sample_maximum",
                 "The largest sample is smaller than the smallest. Correct one of them.");
    row.finish();
    edition.domains.push_back(std::move(domain));
  }
}

void parse_discretion(TomlFields& fields, Edition& edition) {
  auto section = fields.optional_table("discretion");
  if (!section) return;
  DiscretionRule rule;
  rule.margin_points = parse_whole_between(*section, "margin_points", 0, 100);
  rule.changed_judgements = parse_whole_between(*section, "changed_judgements", 0, 1);
  rule.most_bands = parse_whole_between(*section, "most_bands", 1, 100);
  rule.rule = parse_rule(*section, edition);
  section->finish();
  edition.discretion = std::move(rule);
}

void parse_sampling(TomlFields& fields, Edition& edition) {
  if (auto section = fields.optional_table("sample")) {
    const auto z = parse_fraction(*section, "z");
    const auto p = parse_fraction(*section, "p");
    const auto margin = parse_fraction(*section, "margin");
    if (p && (*p > *Fraction::of(1, 1) || p->numerator() == 0))
      section->refuse("p", "p is a share between 0 and 1, such as \"1/2\".");
    if (margin && margin->numerator() == 0)
      section->refuse("margin", "The margin is more than 0, such as \"1/20\".");
    if (const auto rounding = section->text("rounding"); rounding && *rounding != "up")
      section->refuse("rounding",
                      "Only \"up\" is known: a sample is never smaller than the rule asks.");
    auto rule = parse_rule(*section, edition);
    section->finish();
    if (z && p && margin) edition.sample = SampleRule{*z, *p, *margin, std::move(rule)};
  }
  if (auto section = fields.optional_table("case_window")) {
    CaseWindowRule window;
    window.starts_days_before = parse_whole_between(*section, "starts_days_before", 0, 3660);
    window.ends_days_before = parse_whole_between(*section, "ends_days_before", 0, 3660);
    if (window.ends_days_before > window.starts_days_before)
      section->refuse("ends_days_before",
                      "The window ends before it starts. The first number is the larger one.");
    if (const auto name = section->optional_text("fieldwork_weekday")) {
      const auto* found = std::ranges::find(weekdays, *name);
      if (found == std::end(weekdays))
        section->refuse("fieldwork_weekday",
                        fmt::format("\"{}\" is not a day of the week. Write \"Monday\".", *name));
      else
        window.fieldwork_weekday =
            std::chrono::weekday{static_cast<unsigned>(found - std::begin(weekdays))};
    }
    window.rule = parse_rule(*section, edition);
    section->finish();
    edition.case_window = std::move(window);
  }
}

void parse_the_rest(TomlFields& fields, Edition& edition) {
  for (auto& row : fields.optional_tables("inspection_types")) {
    InspectionType type{.code = fresh_code(row, edition.inspection_types),
                        .name = row.text("name").value_or(""),
                        .description = row.text("description").value_or(""),
                        .basis = parse_basis(row, edition)};
    row.finish();
    edition.inspection_types.push_back(std::move(type));
  }
  for (auto& row : fields.optional_tables("not_known")) {
    NotKnown gap{.about = Part::Other,
                 .what = row.text("what").value_or(""),
                 .why = row.text("why").value_or("")};
    if (const auto about = row.text("about")) {
      const auto* found = std::ranges::find(parts, *about, [](Part part) { return name_of(part); });
      if (found != std::end(parts)) {
        gap.about = *found;
      } else {
        std::vector<std::string> names;
        for (const auto part : parts) names.emplace_back(name_of(part));
        row.refuse("about", fmt::format("\"{}\" is not a part of an edition. Write one of {}.",
                                        *about, list_in_words(names, "or")));
      }
    }
    row.finish();
    edition.not_known.push_back(std::move(gap));
  }
}

}  // namespace

Rule parse_rule(TomlFields& fields, const Edition& edition) {
  Rule rule{.text = fields.text("text").value_or(""), .basis = parse_basis(fields, edition)};
  return rule;
}

Basis parse_basis(TomlFields& fields, const Edition& edition) {
  Basis basis;
  if (const auto status = fields.text("status")) {
    const auto* found =
        std::ranges::find(statuses, *status, [](FactStatus one) { return name_of(one); });
    if (found != std::end(statuses))
      basis.status = *found;
    else
      fields.refuse(
          "status",
          fmt::format(
              "\"{}\" is not a status. Write \"published\", \"computed\" or \"unverified\".",
              *status));
  }
  const auto* source = fields.raw("source");
  std::vector<std::string> codes;
  if (source && source->string())
    codes.push_back(*source->string());
  else if (source)
    codes = fields.texts("source");
  if (codes.empty())
    fields.refuse(
        "source",
        "This fact has no source. Name one or more ids of [[sources]] in framework.toml.");
  for (auto& code : codes) {
    if (!edition.find(SourceCode{code}))
      fields.refuse(
          "source",
          fmt::format("There is no source \"{}\". Add it under [[sources]] in framework.toml, or "
                      "correct the id.",
                      code));
    basis.sources.emplace_back(std::move(code));
  }
  basis.note = fields.optional_text("note").value_or("");
  return basis;
}

std::optional<Rating> parse_rating(TomlFields& fields, std::string_view key,
                                   const Edition& edition) {
  const auto text = fields.text(key);
  if (!text) return std::nullopt;
  const auto rating = edition.find_rating(*text);
  if (!rating) {
    std::vector<std::string> codes;
    for (const auto& level : edition.scale) codes.push_back(level.code);
    fields.refuse(key, fmt::format("\"{}\" is not a rating of this edition. Write one of {}.",
                                   *text, list_in_words(codes, "or")));
  }
  return rating;
}

void parse_edition_file(const Toml& document, const std::string& file, Edition& edition,
                        std::vector<Error>& problems) {
  TomlFields fields(document, file, "", problems);
  parse_sources(fields, edition);
  edition.code = EditionCode{fields.text("id").value_or("")};
  edition.title = fields.text("title").value_or("");
  edition.inspectorate = fields.text("inspectorate").value_or("");
  edition.summary = fields.text("summary").value_or("");
  edition.fieldwork_from = optional_month(fields, "fieldwork_from");
  edition.fieldwork_until = optional_month(fields, "fieldwork_until");
  if (edition.fieldwork_from && edition.fieldwork_until &&
      *edition.fieldwork_until < *edition.fieldwork_from)
    fields.refuse(
        "fieldwork_until",
        "The edition goes out of use before it comes into use. Correct one of the months.");
  edition.basis = parse_basis(fields, edition);
  parse_scale(fields, edition);
  parse_lenses_and_domains(fields, edition);
  auto rules = fields.optional_table("rules");
  edition.lowest_decides = optional_rule(rules ? &*rules : nullptr, "lowest_decides", edition);
  edition.score_rule = optional_rule(rules ? &*rules : nullptr, "score", edition);
  edition.panel_rule = optional_rule(rules ? &*rules : nullptr, "panel", edition);
  edition.unrated_rule = optional_rule(rules ? &*rules : nullptr, "unrated", edition);
  if (rules) rules->finish();
  parse_bands(fields, edition);
  parse_overall(fields, edition);
  parse_discretion(fields, edition);
  parse_sampling(fields, edition);
  parse_the_rest(fields, edition);
  fields.finish();
}

}  // namespace northlight::framework
