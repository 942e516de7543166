#include "tests/access/asked_route.hpp"

#include "base/text.hpp"
#include "domain/ids.hpp"
#include "html/url.hpp"
#include "platform/random.hpp"
#include "tests/journeys/sent_form.hpp"
#include "web/urlencoded.hpp"

namespace northlight::testing {
namespace {

constexpr std::size_t id_length = 26;

std::string random_id() { return platform::random_id<domain::FileId>().text(); }

struct Address {
  std::string text;
  std::vector<std::string> put_in{};
  bool filled = true;
};

/// The pattern with what is named, and something that nobody has for every other name.
Address address(const std::string& pattern, const InAddress& named) {
  Address made;
  for (const auto part : split(pattern, '/')) {
    if (part.empty()) continue;
    made.text += '/';
    if (part.front() != ':' && part.front() != '*') {
      made.text += part;
      continue;
    }
    const auto found = named.find(std::string(part));
    made.filled = made.filled && found != named.end();
    made.put_in.push_back(found != named.end() ? found->second : random_id());
    made.text += made.put_in.back();
  }
  if (made.text.empty()) made.text = "/";
  return made;
}

/// Status, headers and body, without the ids and the moment that no two answers share.
std::string told(const Answer& answer, const Address& at) {
  auto text = std::to_string(answer.status) + "\n" + answer.headers + "\n" + answer.body;
  if (const auto id = header_of(answer, "X-Request-Id"); !id.empty())
    text = replace_all(std::move(text), id, "REQUEST");
  if (!at.put_in.empty())
    for (const auto& address : {at.text, html::percent_encoded(at.text)})
      text = replace_all(std::move(text), address, "ADDRESS");
  bool echoed = false;  // Then the tag of the page is of the id, too.
  for (const auto& put : at.put_in) {
    if (put.size() < id_length) continue;
    echoed = echoed || answer.shows(put);
    text = replace_all(std::move(text), put, "NAMED");
  }
  std::string kept;
  for (const auto line : split(text, '\n'))
    if (!line.starts_with("Date:") && !(echoed && line.starts_with("ETag:")))
      kept += std::string(line) + "\n";
  return kept;
}

AskedRoute::Met met(const RouteRow& row, const Answer& answer, bool same_as_nowhere) {
  using Met = AskedRoute::Met;
  const auto to = location(answer);
  if (answer.status == 303 && to.starts_with("/files/") && to.find("/reason") != std::string::npos)
    return Met::NeedsReason;
  const bool is_sent_out = to.starts_with("/sign-in") || to == "/mine/closed";
  if (answer.status == 303 && is_sent_out) return Met::Wrong;
  if (answer.status == 429 || answer.status >= 500) return Met::Wrong;
  if (answer.status == 403) return answer.shows("Nothing was changed") ? Met::Wrong : Met::Refused;
  if (answer.status == 404) return same_as_nowhere ? Met::Hidden : Met::Wrong;
  const bool as_its_row_says = std::to_string(answer.status) == row.answers;
  return answer.status < 400 || as_its_row_says ? Met::LetThrough : Met::Wrong;
}

}  // namespace

std::string_view words(AskedRoute::Met met) {
  switch (met) {
    case AskedRoute::Met::LetThrough:
      return "let through";
    case AskedRoute::Met::NeedsReason:
      return "asked for a reason";
    case AskedRoute::Met::Refused:
      return "refused";
    case AskedRoute::Met::Hidden:
      return "told that there is nothing";
    case AskedRoute::Met::Wrong:
      return "answered wrongly";
  }
  return "";
}

Asking::Told Asking::send(const RouteRow& row, const InAddress& named, const std::string& body) {
  const auto at = address(row.pattern, named);
  auto sent = body;
  for (const auto& [name, value] : named) sent = replace_all(std::move(sent), name, value);
  const auto target = sent.empty() ? at.text : at.text + "?" + sent;
  Visit::Form form;
  if (const auto fields = web::parse_urlencoded(sent); fields)
    for (const auto& [name, value] : *fields)  // Nothing that is there is named where nothing is.
      form.emplace_back(name, value.starts_with(':') ? random_id() : value);
  auto answer = row.method == "POST" ? visit_.post(at.text, form) : visit_.get(target);
  auto text = told(answer, at);
  return {std::move(answer), std::move(text)};
}

AskedRoute Asking::ask(const RouteRow& row, const InAddress& named, const std::string& body) {
  const auto there = send(row, named, body);
  auto& nowhere = nowhere_[row.method + row.pattern + "?" + body];
  // Asked again before it is said that the two differ: a page of their own tells the time, too.
  if (nowhere != there.text) nowhere = send(row, {}, body).text;
  AskedRoute asked{.same_as_nowhere = there.text == nowhere,
                   .filled = address(row.pattern, named).filled};
  asked.met = met(row, there.answer, asked.same_as_nowhere);
  if (asked.met == AskedRoute::Met::Wrong)
    asked.wrong = there.answer.status == 404
                      ? "told that there is nothing in other words than where there is nothing"
                      : std::to_string(there.answer.status) + " " + location(there.answer);
  return asked;
}

}  // namespace northlight::testing
