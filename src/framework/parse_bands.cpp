#include <fmt/format.h>

#include <algorithm>

#include "framework/parse.hpp"

namespace northlight::framework {

namespace {

/// Every rating of the scale once, from the lowest up.
bool next_rating(TomlFields& row, const Edition& edition, std::size_t place, Rating rating) {
  if (rating.place == place) return true;
  row.refuse("rating",
             fmt::format(
                 "\"{}\" stands here where \"{}\" is next. Give one band for each rating, from the "
                 "lowest to the highest.",
                 edition.name(rating),
                 place < edition.scale.size() ? edition.scale[place].name : "no more"));
  return false;
}

}  // namespace

std::optional<Fraction> parse_fraction(TomlFields& fields, std::string_view key) {
  const auto text = fields.text(key);
  if (!text) return std::nullopt;
  const auto number = Fraction::parse(*text);
  if (!number) fields.refuse(key, number.error().message);
  return number ? std::optional{*number} : std::nullopt;
}

std::int64_t parse_whole_between(TomlFields& fields, std::string_view key, std::int64_t least,
                                 std::int64_t most) {
  const auto number = fields.whole(key);
  if (!number) return least;
  if (*number < least || *number > most)
    fields.refuse(key, fmt::format("\"{}\" is {}. Write a whole number from {} to {}.", key,
                                   *number, least, most));
  return std::clamp(*number, least, most);
}

void parse_bands(TomlFields& fields, Edition& edition) {
  auto section = fields.optional_table("bands");
  if (!section) return;
  BandRule rule{.bands = {},
                .compared = Compared::Exact,
                .rule = parse_rule(*section, edition),
                .rounding = {}};
  const auto compared = section->text("compare");
  if (compared && *compared != "exact" && *compared != "printed")
    section->refuse(
        "compare",
        fmt::format("\"{}\" is not a way to compare. Write \"exact\" or \"printed\".", *compared));
  rule.compared = compared == "printed" ? Compared::Printed : Compared::Exact;
  if (auto rounding = section->table("rounding")) {
    rule.rounding = parse_rule(*rounding, edition);
    rounding->finish();
  }
  std::int64_t expected = 0;
  auto rows = section->tables("band");
  for (std::size_t place = 0; place < rows.size(); ++place) {
    auto& row = rows[place];
    const auto rating = parse_rating(row, "rating", edition);
    const auto from = parse_whole_between(row, "from", 0, 100);
    const bool last = place + 1 == rows.size();
    const auto below = last ? parse_whole_between(row, "up_to", 0, 100)
                            : parse_whole_between(row, "below", 0, 100);
    const auto wording = row.optional_text("wording").value_or("");
    if (from > expected)
      row.refuse(
          "from",
          fmt::format("There is a gap: no band covers {} to {}%. Let this band start from {}.",
                      expected, from, expected));
    if (from < expected)
      row.refuse("from",
                 fmt::format("Two bands overlap from {} to {}%. Let this band start from {}.", from,
                             expected, expected));
    if (!last && below <= from)
      row.refuse("below",
                 fmt::format("The band from {} ends at {}. Let it end above where it starts.", from,
                             below));
    if (last && below != 100)
      row.refuse(
          "up_to",
          fmt::format("There is a gap: no band covers {} to 100%. Let the last band go up_to 100.",
                      below));
    expected = below;
    if (rating && next_rating(row, edition, place, *rating))
      rule.bands.push_back(Band{*rating, Percent{from}, Percent{below}, wording});
    row.finish();
  }
  if (rows.size() < edition.scale.size() && section->has("band"))
    section->refuse("band", fmt::format("There are {} bands for {} ratings. Give one for each.",
                                        rows.size(), edition.scale.size()));
  section->finish();
  edition.bands = std::move(rule);
}

void parse_overall(TomlFields& fields, Edition& edition) {
  auto section = fields.optional_table("overall");
  if (!section) return;
  OverallRule rule{.bands = {}, .rule = parse_rule(*section, edition)};
  std::optional<Fraction> before;
  auto rows = section->tables("bands");
  for (std::size_t place = 0; place < rows.size(); ++place) {
    auto& row = rows[place];
    const bool last = place + 1 == rows.size();
    const auto rating = parse_rating(row, "rating", edition);
    const auto above = place == 0 ? std::nullopt : parse_fraction(row, "above");
    const auto up_to = last ? std::nullopt : parse_fraction(row, "up_to");
    if (above && before && *above > *before)
      row.refuse(
          "above",
          fmt::format(
              "There is a gap from {} to {} points a standard. Let this band start above {}.",
              before->text(), above->text(), before->text()));
    if (above && before && *above < *before)
      row.refuse(
          "above",
          fmt::format(
              "Two bands overlap from {} to {} points a standard. Let this band start above {}.",
              above->text(), before->text(), before->text()));
    if (above && up_to && *up_to <= *above)
      row.refuse("up_to",
                 "The band ends where it starts or before. Let it end above where it starts.");
    if (up_to) before = up_to;
    if (rating && next_rating(row, edition, place, *rating))
      rule.bands.push_back(OverallBand{*rating, up_to});
    row.finish();
  }
  if (rows.size() < edition.scale.size() && section->has("bands"))
    section->refuse("bands",
                    fmt::format("There are {} overall bands for {} ratings. Give one for each.",
                                rows.size(), edition.scale.size()));
  section->finish();
  edition.overall = std::move(rule);
}

}  // namespace northlight::framework
