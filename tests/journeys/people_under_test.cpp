#include "tests/journeys/people_under_test.hpp"

#include <stdexcept>

#include "base/text.hpp"
#include "cli/demo_people.hpp"
#include "domain/read_retention.hpp"
#include "platform/one_time_code.hpp"
#include "tests/http/cookies.hpp"
#include "tests/journeys/sent_form.hpp"
#include "web/urlencoded.hpp"

namespace northlight::testing {
namespace {

template <typename T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const auto at = text.find(before);
  if (at == std::string_view::npos) return {};
  const auto begin = at + before.size();
  return std::string(text.substr(begin, text.find(after, begin) - begin));
}

}  // namespace

PeopleUnderTest::PeopleUnderTest(store::Database& database, const std::filesystem::path& folder)
    : clock(*platform::parse_instant("2026-01-05T09:30:00.000Z")),
      policy(must(accounts::read_policy(NORTHLIGHT_SOURCE_DIR "/policy/roles.toml"))),
      trail(database),
      gate(database, policy, &trail),
      sessions(database, keys),
      sign_in(database, keys, hasher, common),
      watch(must(accounts::read_access_watch(NORTHLIGHT_SOURCE_DIR "/policy/access-watch.toml"))),
      retention(must(domain::read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml"))),
      ledger(folder / "erasures"),
      erasures(database, {ledger, signing}, store::UploadFolder(folder / "uploads")),
      people{.database = database,
             .policy = policy,
             .gate = gate,
             .keys = keys,
             .clock = clock,
             .sessions = sessions,
             .sign_in = sign_in,
             .uploads = store::UploadFolder(folder / "uploads"),
             .watch = &watch,
             .retention = &retention,
             .erasures = &erasures},
      all(must(cli::add_demo_people(database, policy, keys, hasher, clock.now()))) {}

const web::DemoPerson& PeopleUnderTest::holder_of(std::string_view role_title) const {
  for (const auto& person : all)
    if (person.role == role_title) return person;
  throw std::runtime_error("nobody holds the role " + std::string(role_title));
}

Answer Visit::get(const std::string& target) { return send("GET", target, ""); }

Answer Visit::post(const std::string& target, Form form) {
  web::Fields fields;
  bool has_token = false;
  for (auto& [name, value] : form) {
    has_token = has_token || name == "csrf_token";
    fields.add(std::move(name), std::move(value));
  }
  if (!has_token) fields.add("csrf_token", form_token);
  return send("POST", target, "Content-Type: application/x-www-form-urlencoded\r\n",
              web::urlencoded(fields));
}

Answer Visit::send(const std::string& method, const std::string& target, const std::string& headers,
                   const std::string& body) {
  std::string sent = headers;
  std::string cookie;
  for (const auto& [name, value] : cookies)
    cookie += (cookie.empty() ? "" : "; ") + name + "=" + value;
  if (!cookie.empty()) sent += "Cookie: " + cookie + "\r\n";
  if (!body.empty()) sent += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  auto answer = ask(site_, method + " " + target +
                               " HTTP/1.1\r\nHost: northlight.test\r\nConnection: close\r\n" +
                               sent + "\r\n" + body);
  learn(answer);
  return answer;
}

void Visit::learn(const Answer& answer) {
  keep_cookies(answer.headers, cookies);
  // The first form of a page that is signed in is the one that signs out: they share a token.
  auto token = between(answer.body, "name=\"csrf_token\" value=\"", "\"");
  if (!token.empty()) form_token = std::move(token);
}

Answer Visit::follow(Answer answer) {
  for (int i = 0; i < 5 && answer.status == 303; ++i) answer = get(location(answer));
  return answer;
}

Answer Visit::sign_in(const web::DemoPerson& person) {
  auto& clock = site_.people().clock;
  clock.go_on(std::chrono::seconds{30});  // The code of this half minute may have been used.
  get("/sign-in");
  follow(post("/sign-in", {{"name", person.sign_in_name}, {"password", person.password}}));
  return follow(post("/sign-in/code", {{"code", code_of(person, clock.now())}}));
}

std::string location(const Answer& answer) { return header_of(answer, "Location"); }

std::string code_of(const web::DemoPerson& person, platform::Instant now) {
  return platform::one_time_code(person.seed, platform::step_at(now));
}

}  // namespace northlight::testing
