#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounts/access_watch.hpp"
#include "accounts/gate.hpp"
#include "accounts/policy.hpp"
#include "accounts/sessions.hpp"
#include "accounts/sign_in.hpp"
#include "platform/keys.hpp"
#include "domain/retention.hpp"
#include "platform/password.hpp"
#include "platform/signature.hpp"
#include "store/erasure_rest.hpp"
#include "testing/set_clock.hpp"
#include "tests/journeys/site_under_test.hpp"
#include "web/entrance.hpp"
#include "web/people.hpp"

namespace northlight::testing {

/// What stands behind sign-in on a site under test: the people of the demonstration, whom a
/// Visit can sign in, and a clock that stands at half past nine on 5 January 2026 until it is
/// moved.
class PeopleUnderTest {
 public:
  explicit PeopleUnderTest(store::Database& database, const std::filesystem::path& folder);

  SetClock clock;
  accounts::Policy policy;
  platform::Keys keys = platform::Keys::for_this_run();
  platform::PasswordHasher hasher{
      {.at_once = 2, .most_waiting = 50, .cost = platform::HashCost::Least}};
  accounts::CommonPasswordsFile common{};
  store::AuditQueue trail;
  accounts::Gate gate;
  accounts::Sessions sessions;
  accounts::SignIn sign_in;
  accounts::AccessWatch watch;
  domain::RetentionPolicy retention;
  platform::SigningKey signing = platform::SigningKey::for_this_run();
  /// The ledger of erasures; gone at the end.
  std::filesystem::path ledger;
  store::ErasureRest erasures;
  web::People people;
  std::vector<web::DemoPerson> all;

  const web::DemoPerson& holder_of(std::string_view role_title) const;
};

/// One browser: it keeps its cookies, and sends with a form the token of the page that it saw last.
class Visit {
 public:
  using Form = std::vector<std::pair<std::string, std::string>>;

  explicit Visit(SiteUnderTest& site) : site_(site) {}

  Answer get(const std::string& target);
  /// Urlencoded, with the token of the last page unless the form has one.
  Answer post(const std::string& target, Form form);
  /// As they are: nothing is added.
  Answer send(const std::string& method, const std::string& target, const std::string& headers,
              const std::string& body = {});
  /// Follows redirections, at most five.
  Answer follow(Answer answer);

  /// Password, then the code of this half minute, which the clock leaves first.
  Answer sign_in(const web::DemoPerson& person);

  std::map<std::string, std::string> cookies{};
  std::string form_token{};

 private:
  void learn(const Answer& answer);

  SiteUnderTest& site_;
};

/// Where a redirection leads; empty when it is none.
std::string location(const Answer& answer);
/// The code that somebody's app shows at that moment.
std::string code_of(const web::DemoPerson& person, platform::Instant now);

}  // namespace northlight::testing
