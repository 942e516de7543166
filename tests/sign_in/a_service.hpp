#pragma once

#include <memory>
#include <string>

#include "accounts/sessions.hpp"
#include "accounts/sign_in.hpp"
#include "platform/keys.hpp"
#include "platform/password.hpp"
#include "tests/store/engines.hpp"

namespace northlight::testing {

/// A service with one practitioner, Morgan, who has a password and may have a second factor; at
/// noon on 10 June 2026 by a clock that is set by hand.
class AService {
 public:
  static constexpr const char* sign_in_name = "morgan@hollowbeck.example";
  static constexpr const char* password = "heron weir tangle";

  explicit AService(store::Engine engine);

  void give_second_factor();
  /// The code that Morgan's app shows at that moment.
  std::string code() const;
  accounts::From from(const std::string& address = "203.0.113.9") const;
  /// The token of the step after the right password.
  std::string after_password();
  /// The token of a whole session.
  std::string signed_in();
  /// How many lines the trail has of that action and outcome.
  std::int64_t on_trail(const std::string& action, const std::string& outcome);
  /// Runs a statement on the database by hand.
  void run(const std::string& sql);

  FreshDatabase fresh;
  std::unique_ptr<store::Database> database;
  platform::Keys keys = platform::Keys::for_this_run();
  platform::PasswordHasher hasher{
      {.at_once = 2, .most_waiting = 100, .cost = platform::HashCost::Least}};
  accounts::CommonPasswordsFile common{};
  accounts::SignIn sign_in;
  accounts::Sessions sessions;
  domain::PersonId morgan;
  platform::Instant now;
  std::string seed = "12345678901234567890";
};

/// What a Result holds; stops the test when it holds an error.
template <typename T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

}  // namespace northlight::testing
