#include "web/views/audit_words.hpp"

#include <algorithm>
#include <array>

#include "web/views/access_words.hpp"

namespace northlight::web::views {
namespace {

struct CodeWords {
  std::string_view code;
  std::string_view words;
};

// What happens besides the actions that the policy names: coming in, and the command line.
constexpr std::array others{
    CodeWords{"password", "Typed a password"},
    CodeWords{"password-changed", "Changed their password"},
    CodeWords{"sign-in", "Signed in"},
    CodeWords{"sign-out", "Signed out"},
    CodeWords{"second-factor", "Typed a code of their authenticator"},
    CodeWords{"second-factor-set-up", "Set up a second factor"},
    CodeWords{"second-factor-forgotten", "Had their second factor taken away"},
    CodeWords{"recovery-code", "Typed a recovery code"},
    CodeWords{"recovery-codes-made", "Made new recovery codes"},
    CodeWords{"set-up-link", "Opened the link that sets up an account"},
    CodeWords{"set-up-link-made", "Was given a link that sets up an account"},
    CodeWords{"personal-link", "Typed the words of a personal link"},
    CodeWords{"words-chosen", "Chose words of their own for a personal link"},
    CodeWords{"session-ended", "Ended a session"},
    CodeWords{"sessions-ended", "Ended all other sessions"},
    CodeWords{"identity-provider", "Signed in through an identity provider"},
    CodeWords{"home-address-given", "Gave their own address, kept as a fingerprint"},
    CodeWords{"home-address-taken-away", "Took their own address away"},
    CodeWords{"give-reason", "Gave a reason to open a file"},
    CodeWords{"read-sent-in", "Said that they had read what was sent in"},
    CodeWords{"acknowledge-reason", "Saw that somebody of theirs opened a file with a reason"},
    CodeWords{"organisation-add", "Added an organisation from the command line"},
    CodeWords{"person-add", "Added a person from the command line"},
    CodeWords{"person-leave", "Recorded a leaver from the command line"},
    CodeWords{"provider-connected", "Connected an account with an identity provider"},
    CodeWords{"provider-disconnected", "Took an identity provider off an account"},
    CodeWords{"provider-role-given", "Given a role by an identity provider"},
    CodeWords{"provider-role-ended", "Lost a role by an identity provider"},
    CodeWords{"provider-role-refused", "Not given a role that an identity provider named"},
    CodeWords{"provider-role-nowhere",
              "An identity provider named a role for a place that is not here"},
    CodeWords{"provider-cancelled", "Turned back at the identity provider"},
    CodeWords{"provider-refused", "Refused by the identity provider"},
    CodeWords{"provider-provider-down", "The identity provider did not answer"},
    CodeWords{"provider-busy", "Too many were signing in through an identity provider"},
    CodeWords{"provider-provider-broken", "The identity provider answered what cannot be read"},
    CodeWords{"provider-secret-missing", "The secret for an identity provider could not be read"},
    CodeWords{"provider-state-absent", "Came from an identity provider without having begun here"},
    CodeWords{"provider-state-forged", "Came with an answer to another sign-in"},
    CodeWords{"provider-state-expired", "Came back from an identity provider too late"},
    CodeWords{"provider-state-replayed", "Came back twice with one answer"},
    CodeWords{"provider-wrong-issuer", "Came with an answer of another provider than was asked"},
    CodeWords{"provider-wrong-audience", "Came with a token for another service"},
    CodeWords{"provider-wrong-nonce", "Came with a token for another sign-in"},
    CodeWords{"provider-not-signed", "Came with a token that is not signed rightly"},
    CodeWords{"provider-unknown-key", "Came with a token signed by an unknown key"},
    CodeWords{"provider-token-expired", "Came with a token that had run out"},
    CodeWords{"provider-token-from-the-future", "Came with a token from the future"},
    CodeWords{"provider-wrong-token-hash", "Came with two tokens that do not belong together"},
    CodeWords{"provider-no-subject", "Came with a token that names nobody"},
    CodeWords{"provider-code-refused", "Came with a code that the provider did not take"},
    CodeWords{"provider-not-connected", "Came with an account that is nobody’s here"},
    CodeWords{"provider-connected-elsewhere", "Came with an account that is somebody else’s here"},
    CodeWords{"provider-person-left", "Came as somebody who has left"},
};

}  // namespace

const std::vector<store::AuditOperation>& audit_operations() {
  using enum store::AuditOperation;
  static const std::vector<store::AuditOperation> all{
      Consultation, Collection, Alteration, Disclosure, Combination, Erasure, SignIn, Permission};
  return all;
}

std::string_view operation_in_words(store::AuditOperation operation) {
  using enum store::AuditOperation;
  switch (operation) {
    case Collection:
      return "Added";
    case Alteration:
      return "Changed";
    case Consultation:
      return "Looked at";
    case Disclosure:
      return "Given to somebody outside";
    case Combination:
      return "Put together";
    case Erasure:
      return "Erased";
    case SignIn:
      return "Signing in and out";
    case Permission:
      return "Permissions";
  }
  return "";
}

std::string_view outcome_in_words(store::AuditOutcome outcome) {
  using enum store::AuditOutcome;
  switch (outcome) {
    case Allowed:
      return "Done";
    case Denied:
      return "Refused";
    case ReasonAsked:
      return "Asked for a reason first";
    case Failed:
      return "Came to nothing";
  }
  return "";
}

std::string action_on_trail(std::string_view code) {
  if (const auto action = domain::parse_action(code)) return std::string(action_in_words(*action));
  const auto colon = code.find(':');
  const auto at = std::ranges::find(others, code.substr(0, colon), &CodeWords::code);
  if (at == others.end()) return {};
  if (colon == std::string_view::npos) return std::string(at->words);
  return std::string(at->words) + " (" + std::string(code.substr(colon + 1)) + ")";
}

std::string shown_action(std::string_view code) {
  auto words = action_on_trail(code);
  return words.empty() ? std::string(code) : words;
}

}  // namespace northlight::web::views
