#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/code.hpp"
#include "html/url.hpp"

/// Every address of the site. Handlers and views take addresses only from here, so that a page can
/// move without a search; what is put into an address is percent-encoded.
namespace northlight::web::paths {

/// Names and values after the question mark, in order.
using Query = std::vector<std::pair<std::string, std::string>>;

/// "/services/east-sussex" and, with a rest, "/inspections/east-sussex-2024-09/rating".
inline html::Url under(std::string_view folder, std::string_view name, std::string_view rest = {}) {
  std::string path(folder);
  path += '/';
  path += html::percent_encoded(name);
  path += rest;
  return {path};
}

// The start page and its three doors.
inline html::Url home() { return {"/"}; }
inline html::Url guide_good_with_inadequate_planning() {
  return {"/guides/good-with-inadequate-planning"};
}
inline html::Url check() { return {"/check"}; }
inline html::Url rate() { return {"/rate"}; }

// Services: `service` is its short name in addresses, such as "east-sussex" (domain/slug.hpp).
inline html::Url services(const Query& query = {}) { return html::with_query("/services", query); }
inline html::Url service(std::string_view service) { return under("/services", service); }

// Inspections: `inspection` is its stable identifier, such as "east-sussex-2024-09".
inline html::Url inspections(const Query& query = {}) {
  return html::with_query("/inspections", query);
}
inline html::Url inspection(std::string_view inspection) {
  return under("/inspections", inspection);
}
/// One standard on the inspection's page; its section has the id "standard-2.1".
inline html::Url inspection_standard(std::string_view inspection, std::string_view standard) {
  return under("/inspections", inspection, "#standard-" + html::percent_encoded(standard));
}
inline html::Url inspection_rating(std::string_view inspection) {
  return under("/inspections", inspection, "/rating");
}
inline html::Url inspection_what_if(std::string_view inspection, const Query& query = {}) {
  return html::with_query(under("/inspections", inspection, "/what-if").text(), query);
}
inline html::Url inspection_text(std::string_view inspection) {
  return under("/inspections", inspection, "/text");
}
inline html::Url inspection_text_line(std::string_view inspection, std::int64_t line) {
  return under("/inspections", inspection, "/text#line-" + std::to_string(line));
}

// Comparing.
inline html::Url compare(const Query& query = {}) { return html::with_query("/compare", query); }
inline html::Url compare(const std::vector<std::string>& inspections) {
  Query query;
  for (const auto& inspection : inspections) query.emplace_back("inspection", inspection);
  return compare(query);
}
inline html::Url benchmark(const framework::EditionCode& edition, const Query& query = {}) {
  return html::with_query(under("/benchmark", edition.text()).text(), query);
}

// The inspection standards.
inline html::Url standards() { return {"/standards"}; }
inline html::Url standards(const framework::EditionCode& edition) {
  return under("/standards", edition.text());
}
inline html::Url standard(const framework::EditionCode& edition,
                          const framework::StandardCode& standard) {
  return under(standards(edition).text(), standard.text());
}

// Open data.
inline html::Url open_data() { return {"/open-data"}; }
inline html::Url api_inspections() { return {"/api/v1/inspections"}; }
inline html::Url api_inspections_csv() { return {"/api/v1/inspections.csv"}; }
inline html::Url api_inspection(std::string_view inspection) {
  return under("/api/v1/inspections", inspection);
}
inline html::Url api_services() { return {"/api/v1/services"}; }
inline html::Url api_edition(const framework::EditionCode& edition) {
  return under("/api/v1/standards", edition.text());
}
/// One table of the library, by its name in report/library_tables.hpp.
inline html::Url api_table(std::string_view name) {
  return {"/api/v1/" + html::percent_encoded(name) + ".csv"};
}
inline html::Url api_description() { return {"/api/v1/openapi.json"}; }

// Signing in, and one's own account.
inline html::Url sign_in(const Query& query = {}) { return html::with_query("/sign-in", query); }
/// With the page to come back to.
inline html::Url sign_in_then(std::string_view next) {
  return sign_in({{"next", std::string(next)}});
}
inline html::Url sign_in_code() { return {"/sign-in/code"}; }
inline html::Url sign_in_recovery() { return {"/sign-in/recovery"}; }
inline html::Url sign_in_second_factor() { return {"/sign-in/second-factor"}; }
/// Through an identity provider, by its id; and where its answer comes back to.
inline html::Url sign_in_with(std::string_view provider) {
  return under("/sign-in/with", provider);
}
inline html::Url sign_in_with_answer(std::string_view provider) {
  return under("/sign-in/with", provider, "/answer");
}
inline html::Url sign_in_kept() { return {"/sign-in/kept"}; }
inline html::Url set_up(std::string_view token) { return under("/set-up", token); }
inline html::Url sign_out() { return {"/sign-out"}; }
inline html::Url account() { return {"/account"}; }
inline html::Url account_password() { return {"/account/password"}; }
inline html::Url account_second_factor() { return {"/account/second-factor"}; }
inline html::Url account_recovery_codes() { return {"/account/recovery-codes"}; }
/// How long the session lasts, as JSON.
inline html::Url account_address() { return {"/account/address"}; }
inline html::Url account_session() { return {"/account/session"}; }
inline html::Url account_providers(const Query& query = {}) {
  return html::with_query("/account/providers", query);
}
inline html::Url account_provider_connect(std::string_view provider) {
  return under("/account/providers", provider, "/connect");
}
inline html::Url account_provider_disconnect(std::string_view provider) {
  return under("/account/providers", provider, "/disconnect");
}
inline html::Url account_sessions() { return {"/account/sessions"}; }

// The page of a child or a parent, by a personal link.
inline html::Url mine() { return {"/mine"}; }
inline html::Url mine_link(std::string_view link) { return under("/mine", link); }
inline html::Url mine_words(std::string_view link) { return under("/mine", link, "/words"); }
inline html::Url mine_closed() { return {"/mine/closed"}; }
/// Its reader was writing: what they wrote is "kept" or "unsent".
inline html::Url mine_closed_on(std::string_view words) {
  return html::with_query("/mine/closed", {{"words", std::string(words)}});
}
inline html::Url mine_said() { return {"/mine/said"}; }
inline html::Url mine_leave() { return {"/mine/leave"}; }
inline html::Url mine_take_back(std::string_view shared) {
  return under("/mine/sharing", shared, "/stop");
}

// People's files and the people who work with them.
inline html::Url children(const Query& query = {}) { return html::with_query("/children", query); }
inline html::Url people(const Query& query = {}) { return html::with_query("/people", query); }
inline html::Url person(std::string_view person, const Query& query = {}) {
  return html::with_query(under("/people", person).text(), query);
}
inline html::Url person_new() { return {"/people/new"}; }
inline html::Url person_sight(std::string_view person) {
  return under("/people", person, "/sight");
}
/// The files that they can find, from just after one of them.
inline html::Url person_files(std::string_view person, const Query& query = {}) {
  return html::with_query(under("/people", person, "/sight/files").text(), query);
}
inline html::Url person_leave(std::string_view person) {
  return under("/people", person, "/leave");
}
inline html::Url person_cover(std::string_view person) {
  return under("/people", person, "/cover");
}
inline html::Url person_cover_end(std::string_view person, std::string_view cover) {
  return under(under("/people", person, "/cover").text(), cover, "/end");
}
inline html::Url person_role_new(std::string_view person) {
  return under("/people", person, "/roles/new");
}
inline html::Url person_role_team(std::string_view person, std::string_view role) {
  return under(under("/people", person, "/roles").text(), role, "/team");
}
inline html::Url person_role_end(std::string_view person, std::string_view role) {
  return under(under("/people", person, "/roles").text(), role, "/end");
}
inline html::Url person_set_up_link(std::string_view person) {
  return under("/people", person, "/set-up-link");
}
inline html::Url person_second_factor(std::string_view person) {
  return under("/people", person, "/second-factor");
}
inline html::Url roles() { return {"/people/roles"}; }
inline html::Url teams() { return {"/people/teams"}; }
inline html::Url team_name(std::string_view team) { return under("/people/teams", team); }
inline html::Url audit(const Query& query = {}) { return html::with_query("/audit", query); }
inline html::Url audit_event(std::int64_t number) {
  return under("/audit", std::to_string(number));
}
inline html::Url audit_people() { return {"/audit/people"}; }
inline html::Url audit_children() { return {"/audit/children"}; }
inline html::Url audit_heads() { return {"/audit/heads"}; }
inline html::Url audit_head(std::string_view day) { return under("/audit/heads", day); }
inline html::Url audit_unusual(const Query& query = {}) {
  return html::with_query("/audit/unusual", query);
}
inline html::Url audit_installation(const Query& query = {}) {
  return html::with_query("/audit/installation", query);
}
inline html::Url audit_installation_event(std::int64_t number) {
  return under("/audit/installation", std::to_string(number));
}
inline html::Url audit_export(const Query& query = {}) {
  return html::with_query("/audit/export", query);
}
/// Samples of inspections; one of them, and its parts ("/end").
inline html::Url samples(const Query& query = {}) { return html::with_query("/samples", query); }
inline html::Url sample_new() { return {"/samples/new"}; }
inline html::Url sample(std::string_view sample, std::string_view rest = {}) {
  return under("/samples", sample, rest);
}
inline html::Url settings() { return {"/settings"}; }
/// Where somebody says why they need a file, before they go on to `next`.
inline html::Url file_reason(std::string_view file, std::string_view next) {
  return html::with_query(under("/files", file, "/reason").text(), {{"next", std::string(next)}});
}

// Pages about the site.
inline html::Url about() { return {"/about"}; }
inline html::Url method() { return {"/method"}; }
inline html::Url accessibility() { return {"/accessibility"}; }
inline html::Url privacy() { return {"/privacy"}; }

}  // namespace northlight::web::paths
