#include "rating/read_decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "rating/in_quotes.hpp"

namespace northlight::rating {

namespace {

constexpr std::size_t most_decisions = 1000;
constexpr std::size_t longest_text = 10'000;

std::string checked_text(TomlFields& row, std::string_view key) {
  auto text = row.text(key).value_or("");
  if (text.size() > longest_text)
    row.refuse(key, fmt::format("\"{}\" is longer than {} bytes. Shorten it.", key, longest_text));
  return text;
}

std::optional<Decision> parse_decision(const framework::Edition& edition, TomlFields& row,
                                       const std::vector<Decision>& before) {
  Decision decision;
  const auto standard = checked_text(row, "standard");
  decision.standard = framework::StandardCode{standard};
  if (!standard.empty() && !edition.find(decision.standard)) {
    std::vector<std::string> allowed;
    for (const auto& one : edition.standards) allowed.push_back(one.code.text());
    row.refuse("standard",
               fmt::format("There is no standard {} in {}. Write {}.", in_quotes(standard),
                           edition.code.text(), list_in_words(allowed, "or")));
  }
  if (std::ranges::find(before, decision.standard, &Decision::standard) != before.end())
    row.refuse("standard", fmt::format("There is already a rating for {} above. Keep one of them.",
                                       in_quotes(standard)));
  const auto name = checked_text(row, "rating");
  const auto rating = edition.find_rating(name);
  if (!rating && !name.empty())
    row.refuse("rating", fmt::format("{} is not a rating of {}. Write {}.", in_quotes(name),
                                     edition.code.text(),
                                     list_in_words(framework::level_names(edition), "or")));
  decision.by = checked_text(row, "by");
  const auto on = row.date("on");
  decision.reason = checked_text(row, "reason");
  row.finish();
  if (!rating || !on) return std::nullopt;
  decision.rating = *rating;
  decision.on = *on;
  return decision;
}

}  // namespace

Result<std::vector<Decision>> parse_decisions(const framework::Edition& edition,
                                              std::string_view text, std::string_view name) {
  if (text.size() > largest_decisions_file)
    return Error{ErrorCode::Invalid, "The file is larger than 1 MB. A decision is a few lines.",
                 std::string(name)};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  NL_TRY(document, Toml::parse(text, name));
  std::vector<Error> problems;
  TomlFields fields(document, std::string(name), "", problems);
  std::vector<Decision> decisions;
  auto rows = fields.optional_tables("rating");
  if (rows.size() > most_decisions)
    return Error{ErrorCode::Invalid,
                 fmt::format("There are more than {} decisions.", most_decisions),
                 std::string(name)};
  for (auto& row : rows)
    if (auto decision = parse_decision(edition, row, decisions))
      decisions.push_back(*std::move(decision));
  fields.finish();
  if (!problems.empty()) return in_one(problems);
  return decisions;
}

Result<std::vector<Decision>> read_decisions(const framework::Edition& edition,
                                             const std::filesystem::path& file) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(file, failure);
  if (failure)
    return Error{ErrorCode::NotFound,
                 "The file cannot be read. See that it is there and may be read.", file.string()};
  if (size > largest_decisions_file)
    return Error{ErrorCode::Invalid, "The file is larger than 1 MB. A decision is a few lines.",
                 file.string()};
  std::ifstream stream(file, std::ios::binary);
  std::string text(size, '\0');
  if (!stream.read(text.data(), static_cast<std::streamsize>(size)))
    return Error{ErrorCode::NotFound,
                 "The file cannot be read. See that it is there and may be read.", file.string()};
  return parse_decisions(edition, text, file.string());
}

}  // namespace northlight::rating
