#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "html/html.hpp"
#include "html/table.hpp"

/// The words and small pieces that many pages share: what is unknown, a rating, a date, a link.
namespace northlight::web::views {

/// "Not known from the source": what stands wherever a source is silent.
html::Html unknown();
html::Html or_unknown(std::string_view text);
html::Html or_unknown(const std::optional<std::int64_t>& number);

/// A rating as a tag; the colour only goes with the word, by its place on the edition's scale.
/// Unknown where there is none.
html::Html rating_tag(const framework::Edition* edition, const std::optional<std::string>& rating);

/// What the rule gives for a score: "Good" for 22 of 36. Nothing where the edition has no such rule
/// or the score is not known whole.
std::optional<std::string> overall_by_rule(const framework::Edition* edition,
                                           std::optional<std::int64_t> score,
                                           std::optional<std::int64_t> maximum);

/// A cell that carries its column's heading, for narrow screens where each row is a card.
html::Cell cell(const char* label, html::Html value);
html::Html link(const html::Url& address, std::string_view text);
html::Html paragraph(const html::Content& content);
/// The heading of a page that is a form or somebody's own.
html::Html page_heading(std::string_view text);
/// A heading within such a page.
html::Html small_heading(std::string_view text);
/// A heading of the page's body with an anchor.
html::Html section_heading(std::string_view id, std::string_view text);

/// "17 September 2024", "September 2024", or the source's own words; empty when not known.
std::string published_words(const domain::Published& published);

/// "East Sussex, 17 September 2024": an inspection in one line.
std::string inspection_name(const domain::PublishedInspection& inspection);

std::string domain_title(const framework::Edition* edition, std::string_view domain);
std::string lens_name(const framework::Edition& edition, const framework::LensCode& lens);

/// "interviews with case managers" for "case_manager_interviews"; a domain by its title.
std::string sample_words(const framework::Edition* edition, std::string_view what);

/// "62% (8 of 13)"; says what is not known of it.
std::string figure_words(const domain::KeyQuestionResult& result);

/// How far a fact can be trusted, as a sentence for people: "Not yet checked against the original."
std::string status_words(framework::FactStatus status);
/// The same with the names of the sources.
std::string basis_words(const framework::Edition& edition, const framework::Basis& basis);

}  // namespace northlight::web::views
