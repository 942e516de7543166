#include "web/views/words.hpp"

#include "base/text.hpp"
#include "rating/rate.hpp"

namespace northlight::web::views {

using namespace html;

Html unknown() { return raw(R"(<span class="nl-unknown">Not known from the source</span>)"); }

Html or_unknown(std::string_view words) { return words.empty() ? unknown() : text(words); }

Html or_unknown(const std::optional<std::int64_t>& number) {
  return number ? text(std::to_string(*number)) : unknown();
}

namespace {

const char* colour_of(const framework::Edition* edition, std::string_view rating) {
  const auto found = edition == nullptr ? std::nullopt : edition->find_rating(rating);
  if (!found) return "govuk-tag govuk-tag--grey";
  const auto highest = edition->highest().place;
  if (found->place == highest) return "govuk-tag govuk-tag--green";
  if (found->place == 0) return "govuk-tag govuk-tag--red";
  return found->place * 2 > highest ? "govuk-tag govuk-tag--blue" : "govuk-tag govuk-tag--yellow";
}

}  // namespace

Html rating_tag(const framework::Edition* edition, const std::optional<std::string>& rating) {
  if (!rating || rating->empty()) return unknown();
  return element("strong", {{"class", colour_of(edition, *rating)}}, *rating);
}

std::optional<std::string> overall_by_rule(const framework::Edition* edition,
                                           std::optional<std::int64_t> score,
                                           std::optional<std::int64_t> maximum) {
  if (edition == nullptr || !score || !maximum) return std::nullopt;
  const auto points = rating::most_points(*edition);
  if (!points || *points <= 0 || *maximum % *points != 0) return std::nullopt;
  const auto computed = rating::overall_rating(*edition, *score, *maximum / *points);
  if (!computed) return std::nullopt;
  return std::string(edition->name(*computed));
}

Html link(const Url& address, std::string_view words) {
  return element("a", {{"class", "govuk-link"}, {"href", address}}, words);
}

Html paragraph(const Content& content) { return element("p", {{"class", "govuk-body"}}, content); }

Html page_heading(std::string_view text) {
  return element("h1", {{"class", "govuk-heading-l"}}, text);
}

Html small_heading(std::string_view text) {
  return element("h2", {{"class", "govuk-heading-m"}}, text);
}

Cell cell(const char* label, Html value) {
  return {.text = std::move(value), .attributes = {{"data-label", label}}};
}

Html section_heading(std::string_view id, std::string_view words) {
  return element("h2", {{"class", "govuk-heading-l nl-section"}, {"id", id}}, words);
}

std::string published_words(const domain::Published& published) {
  if (published.day) return words(*published.day);
  if (published.month) return words(*published.month);
  return published.text;
}

std::string inspection_name(const domain::PublishedInspection& inspection) {
  const auto when = published_words(inspection.published);
  return when.empty() ? inspection.service : inspection.service + ", " + when;
}

std::string domain_title(const framework::Edition* edition, std::string_view domain) {
  if (edition != nullptr)
    for (const auto& one : edition->domains)
      if (one.code.text() == domain) return one.title;
  auto title = replace_all(std::string(domain), "_", " ");
  if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

std::string lens_name(const framework::Edition& edition, const framework::LensCode& lens) {
  const auto* found = edition.find(lens);
  return found == nullptr ? lens.text() : found->name;
}

std::string sample_words(const framework::Edition* edition, std::string_view what) {
  if (what == "case_manager_interviews") return "Interviews with case managers";
  if (what == "meetings") return "Meetings with staff, managers, partners and board members";
  constexpr std::pair<std::string_view, std::string_view> endings[] = {
      {"_eligible", ": cases that were eligible"},
      {"_case_manager_interviews", ": interviews with case managers"}};
  for (const auto& [ending, meaning] : endings)
    if (what.ends_with(ending))
      return domain_title(edition, what.substr(0, what.size() - ending.size())) +
             std::string(meaning);
  if (edition != nullptr)
    for (const auto& domain : edition->domains)
      if (domain.code.text() == what) return domain.title + ": cases inspected";
  return domain_title(nullptr, what);
}

std::string figure_words(const domain::KeyQuestionResult& result) {
  const auto percent = result.percent ? std::to_string(result.percent->value) + "%" : std::string();
  if (result.share)
    return (percent.empty() ? std::to_string(result.share->printed().value) + "%" : percent) +
           " (" + result.share->text() + ")";
  if (percent.empty()) return "Not known from the source";
  return percent + " (number of cases not known from the source)";
}

std::string status_words(framework::FactStatus status) {
  switch (status) {
    case framework::FactStatus::Published:
      return "Read in a published source.";
    case framework::FactStatus::Computed:
      return "Worked out from published figures.";
    case framework::FactStatus::Unverified:
      return "Not yet checked against the original: it is what we believe, and may be corrected.";
  }
  return {};
}

std::string basis_words(const framework::Edition& edition, const framework::Basis& basis) {
  auto words = status_words(basis.status);
  std::vector<std::string> titles;
  for (const auto& code : basis.sources)
    if (const auto* source = edition.find(code))
      titles.push_back(source->published.empty() ? source->title
                                                 : source->title + " (" + source->published + ")");
  if (!titles.empty()) words += " Source: " + join(titles, "; ") + ".";
  if (!basis.note.empty()) words += " " + basis.note;
  return words;
}

}  // namespace northlight::web::views
