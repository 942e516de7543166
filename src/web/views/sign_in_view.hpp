#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "platform/qr_code.hpp"
#include "web/views/layout.hpp"
#include "web/views/other_way_in.hpp"

namespace northlight::web::views {

/// Each form has the token of its page, where to go on to, and what was wrong last time.
struct SignInForm {
  std::string form_token;
  std::string next{};
  std::string error{};
  std::string sign_in_name{};
  bool answers_kept = false;  ///< What they sent last came too late and is kept.
  std::vector<OtherWayIn> other_ways{};
};
html::Html sign_in_page(const Shell& shell, const SignInForm& form);

struct CodeForm {
  std::string form_token;
  std::string next{};
  std::string error{};
};
html::Html code_page(const Shell& shell, const CodeForm& form);
html::Html recovery_code_page(const Shell& shell, const CodeForm& form);

/// Setting up an authenticator app, on the way in or from one's account.
struct FactorForm {
  std::string form_token;
  std::string next{};
  std::string error{};
  html::Url action;
  std::string key;  ///< What the QR code holds, in letters to type.
  platform::QrCode code{};
  bool is_another = false;  ///< In place of one that works until then.
};
html::Html second_factor_page(const Shell& shell, const FactorForm& form);

/// Shown this once.
struct RecoveryCodes {
  std::vector<std::string> codes;
  html::Url next;
};
html::Html recovery_codes_page(const Shell& shell, const RecoveryCodes& codes);

struct SetUpForm {
  std::string form_token;
  std::string link;
  std::string error{};
};
html::Html set_up_page(const Shell& shell, const SetUpForm& form);
html::Html set_up_link_ended_page(const Shell& shell);

/// A form that came too late or after somebody else had signed in, to be sent again by its sender's
/// own click.
struct KeptAnswers {
  std::string form_token;
  std::string name;  ///< By which it is forgotten once it was sent.
  std::string address;
  std::string until;  ///< "22 November 2026 at 9:30am"
  bool had_files = false;
  std::vector<std::pair<std::string, std::string>> fields{};
};
html::Html kept_answers_page(const Shell& shell, const KeptAnswers& kept);

/// What is kept for somebody and is about a file that is not open to them now, the latest first.
struct SealedAnswers {
  struct One {
    std::string name;
    std::string until;  ///< "22 November 2026 at 9:30am"
  };
  std::string form_token;
  std::vector<One> each{};
};
html::Html sealed_answers_page(const Shell& shell, const SealedAnswers& sealed);

}  // namespace northlight::web::views
