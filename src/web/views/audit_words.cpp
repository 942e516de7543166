#include "web/views/audit_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace northlight::web::views {
namespace {

struct CodeWords {
  std::string_view code;
  std::string_view words;
};

// Everything that the trail tells of besides the actions that the policy names: coming in, what was
// done in the course of an action, and the command line. One list for every way in which it is
// done.
constexpr std::array others{
    CodeWords{"password", "Typed a password"},
    CodeWords{"password-changed", "Changed their password"},
    CodeWords{"sign-in", "Signed in"},
    CodeWords{"sign-out", "Signed out"},
    CodeWords{"session-refused", "Came with a session that is over, or was never given"},
    CodeWords{"form-refused", "Sent a form that was not from a page of their session"},
    CodeWords{"step-refused", "Went on with a sign-in that had run out"},
    CodeWords{"link-refused", "Opened a link that is used, over or was never given"},
    CodeWords{"must-wait", "Tried again while they had to wait"},
    CodeWords{"second-factor", "Typed a code from their authenticator app"},
    CodeWords{"second-factor-set-up", "Set up an authenticator app"},
    CodeWords{"second-factor-forgotten", "Reset somebody’s second factor"},
    CodeWords{"recovery-code", "Typed a recovery code"},
    CodeWords{"recovery-codes-made", "Made new recovery codes"},
    CodeWords{"set-up-link", "Opened the link that sets up an account"},
    CodeWords{"set-up-link-made", "Made a link that sets up an account"},
    CodeWords{"personal-link", "Typed the words of a personal link"},
    CodeWords{"words-chosen", "Chose words of their own for a personal link"},
    CodeWords{"session-ended", "Ended a session"},
    CodeWords{"sessions-ended", "Ended all other sessions"},
    CodeWords{"identity-provider", "Signed in through an identity provider"},
    CodeWords{"home-address-given", "Gave their own home address, kept as a fingerprint"},
    CodeWords{"home-address-taken-away", "Took their own home address away"},
    CodeWords{"give-reason", "Gave a reason to open a file"},
    CodeWords{"read-sent-in", "Noted that they had read what was sent in"},
    CodeWords{"acknowledge-reason",
              "Noted that they know why a colleague opened the file with a reason"},
    CodeWords{"organisation-add", "Added an organisation"},
    CodeWords{"person-add", "Added a person"},
    CodeWords{"person-leave", "Recorded that a colleague leaves"},
    CodeWords{"people-listed", "Listed the people of an organisation"},
    CodeWords{"backup-begun", "Began a backup of everything"},
    CodeWords{"team-add", "Added a team"},
    CodeWords{"team-renamed", "Gave a team another name"},
    CodeWords{"role-given", "Gave somebody a role"},
    CodeWords{"role-ended", "Ended a role"},
    CodeWords{"team-changed", "Moved somebody to another team"},
    CodeWords{"cover-arranged", "Arranged cover for a colleague who is away"},
    CodeWords{"told-of-changes", "Was shown what colleagues did to accounts and cover"},
    CodeWords{"cover-ended", "Ended cover early"},
    CodeWords{"file-restricted", "Restricted the file"},
    CodeWords{"restriction-lifted", "Lifted the restriction of the file"},
    CodeWords{"person-named", "Let somebody named go on seeing the restricted file"},
    CodeWords{"person-unnamed", "Took the restricted file away from somebody who was named on it"},
    CodeWords{"conflict-declared", "Declared a conflict of interest"},
    CodeWords{"conflict-lifted", "Lifted a conflict of interest"},
    CodeWords{"file-held", "Put the file under a legal hold"},
    CodeWords{"hold-released", "Lifted the legal hold"},
    CodeWords{"case-opened", "Opened a case"},
    CodeWords{"case-closed", "Closed a case"},
    CodeWords{"case-allocated", "Gave a case to somebody"},
    CodeWords{"allocation-ended", "Ended somebody’s part in a case"},
    CodeWords{"stage-set", "Set the stage of a case"},
    CodeWords{"child-corrected", "Corrected who the child is or where they live"},
    CodeWords{"victim-corrected", "Corrected a victim’s reference or first day"},
    CodeWords{"link-given", "Gave a personal link"},
    CodeWords{"link-ended", "Ended a personal link"},
    CodeWords{"invited", "Asked somebody of a partner or a panel to contribute"},
    CodeWords{"invitation-ended", "Ended what somebody was asked to contribute"},
    CodeWords{"shared", "Shared something of the file"},
    CodeWords{"sharing-stopped", "Stopped sharing something"},
    CodeWords{"agreement-withdrawn", "Took back what they had agreed to share"},
    CodeWords{"kept-answers-shown", "Was shown again what they had sent and could not be taken"},
    CodeWords{"sample-begun", "Asked a service for the cases that a sample is drawn from"},
    CodeWords{"case-list-sent", "Sent an inspectorate the list of cases of a sample"},
    CodeWords{"sample-notified", "Notified a sample: inspectors see its cases from now on"},
    CodeWords{"sample-lengthened",
              "Moved the last day on which inspectors see the cases of a sample"},
    CodeWords{"sample-reader-added", "Let another inspector see the cases of a sample"},
    CodeWords{"sample-reader-taken", "Took away an inspector’s sight of the cases of a sample"},
    CodeWords{"evidence-signed", "Signed the fieldwork evidence: inspectors see the cases no more"},
    CodeWords{"sample-called-off", "Called off a sample before anybody saw a case"},
    CodeWords{"record-begun", "Began a record"},
    CodeWords{"record-read", "Read a record"},
    CodeWords{"record-opened", "Opened a record to work on it"},
    CodeWords{"draft-changed", "Wrote in a draft"},
    CodeWords{"others-shown", "Was shown what a colleague wrote in the same draft"},
    CodeWords{"clash-settled", "Chose between two texts that were written in one place"},
    CodeWords{"record-saved", "Saved a record"},
    CodeWords{"record-signed", "Signed a record"},
    CodeWords{"record-countersigned", "Countersigned a record"},
    CodeWords{"record-returned", "Sent a record back with what is to be done"},
    CodeWords{"ask-answered", "Wrote what was done about something asked for"},
    CodeWords{"sending-opened", "Opened the page for sending something in"},
    CodeWords{"sent-in", "Sent something in"},
    CodeWords{"sent-in-opened", "Read what was sent in"},
    CodeWords{"own-words-sent", "Sent in what they think, in their own words"},
    CodeWords{"own-page-opened", "Opened their own page"},
    CodeWords{"sharing-opened", "Looked at what is shared, and with whom"},
    CodeWords{"links-opened", "Looked at the personal links"},
    CodeWords{"document-added", "Added a document"},
    CodeWords{"document-opened", "Opened a document"},
    CodeWords{"file-as-it-stood", "Read the file as it stood on a day"},
    CodeWords{"file-up-to", "Read what is known of the file up to a day"},
    CodeWords{"version-read", "Read a version of a record"},
    CodeWords{"versions-compared", "Compared two versions of a record"},
    CodeWords{"child-sought", "Looked for a child by name, to see who looked at their file"},
    CodeWords{"access-asked", "Wrote down a request for what is held"},
    CodeWords{"access-corrected", "Corrected a request for what is held"},
    CodeWords{"identity-noted", "Noted how the identity of who asks was checked"},
    CodeWords{"ground-noted", "Noted on what ground somebody other than the child is answered"},
    CodeWords{"access-extended", "Extended the time for answering a request"},
    CodeWords{"access-ended", "Ended a request without an answer"},
    CodeWords{"access-gathered", "Gathered everything that is held on the child"},
    CodeWords{"access-decided", "Decided what an answer hides, or marked a part of it as read"},
    CodeWords{"answer-previewed", "Saw an answer as it would be given out"},
    CodeWords{"answer-looked-over", "Looked an answer through before giving it out"},
    CodeWords{"answer-given", "Gave out what is held"},
    CodeWords{"answer-copy", "Opened a copy of what was given out"},
    CodeWords{"answer-document", "Opened a document for an answer"},
    CodeWords{"retention-facts", "Noted facts on which the time of keeping depends"},
    CodeWords{"retention-kept", "Decided to keep the file"},
    CodeWords{"erasure-decided", "Decided that the file is erased or reduced"},
    CodeWords{"erasure-confirmed", "Confirmed that the file is erased or reduced"},
    CodeWords{"erasure-refused", "Did not confirm that the file is erased or reduced"},
    CodeWords{"provider-connected", "Connected an account with an identity provider"},
    CodeWords{"provider-disconnected", "Took an identity provider off an account"},
    CodeWords{"provider-role-given", "Was given a role by an identity provider"},
    CodeWords{"provider-role-ended", "Lost a role that an identity provider no longer names"},
    CodeWords{"provider-role-refused", "Was not given a role that an identity provider named"},
    CodeWords{"provider-role-nowhere",
              "Was named by an identity provider for a place that is not here"},
    CodeWords{"provider-cancelled", "Turned back at the identity provider"},
    CodeWords{"provider-refused", "Was refused by the identity provider"},
    CodeWords{"provider-provider-down", "Could not come in: the identity provider did not answer"},
    CodeWords{"provider-busy",
              "Could not come in: too many were signing in through an identity provider"},
    CodeWords{"provider-provider-broken",
              "Could not come in: the answer of the identity provider cannot be read"},
    CodeWords{"provider-secret-missing",
              "Could not come in: the client secret for the identity provider could not be read"},
    CodeWords{"provider-state-absent", "Came from an identity provider without having begun here"},
    CodeWords{"provider-state-forged", "Came with an answer that nobody here had asked for"},
    CodeWords{"provider-state-expired", "Came back from an identity provider too late"},
    CodeWords{"provider-state-replayed", "Came back twice with one answer"},
    CodeWords{"provider-wrong-issuer", "Came with an answer of another provider than was asked"},
    CodeWords{"provider-wrong-audience", "Came with a sign-in that was meant for another service"},
    CodeWords{"provider-wrong-nonce", "Came with the answer to another attempt to sign in"},
    CodeWords{"provider-not-signed", "Came with an answer that is not signed rightly"},
    CodeWords{"provider-unknown-key", "Came with an answer signed by an unknown key"},
    CodeWords{"provider-token-expired", "Came with an answer that had run out"},
    CodeWords{"provider-token-from-the-future", "Came with an answer dated in the future"},
    CodeWords{"provider-wrong-token-hash",
              "Came with an answer whose parts do not belong together"},
    CodeWords{"provider-no-subject", "Came with an answer that names nobody"},
    CodeWords{"provider-code-refused", "Came with a code that the provider did not take"},
    CodeWords{"provider-not-connected", "Came with an account that is nobody’s here"},
    CodeWords{"provider-connected-elsewhere", "Came with an account that is somebody else’s here"},
    CodeWords{"provider-person-left", "Came with the account of somebody who has left"},
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

std::string action_on_trail(std::string_view text, const AuditNames& names, Deed deed) {
  const auto act = accounts::parts_of_act(text);
  std::string sentence;
  if (const auto action = domain::parse_action(act.code)) {
    sentence = deed_in_words(*action, deed);
  } else {
    const auto at = std::ranges::find(others, act.code, &CodeWords::code);
    if (at == others.end()) return {};
    sentence = at->words;
  }
  if (!act.facts.empty() && act.facts.front().first.empty())
    return sentence + " (" + act.facts.front().second + ")";
  const auto facts = facts_in_words(act, names);
  return facts.empty() ? sentence : sentence + ": " + facts;
}

std::string shown_action(std::string_view action, const AuditNames& names, Deed deed) {
  auto words = action_on_trail(action, names, deed);
  return words.empty() ? std::string(action) : words;
}

}  // namespace northlight::web::views
