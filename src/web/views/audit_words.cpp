#include "web/views/audit_words.hpp"

#include <algorithm>
#include <array>

#include "accounts/acts.hpp"
#include "base/text.hpp"
#include "domain/child_case.hpp"
#include "domain/subject_access.hpp"
#include "web/views/access_words.hpp"

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
    CodeWords{"second-factor", "Typed a code of their authenticator"},
    CodeWords{"second-factor-set-up", "Set up a second factor"},
    CodeWords{"second-factor-forgotten", "Reset a second factor"},
    CodeWords{"recovery-code", "Typed a recovery code"},
    CodeWords{"recovery-codes-made", "Made new recovery codes"},
    CodeWords{"set-up-link", "Opened the link that sets up an account"},
    CodeWords{"set-up-link-made", "Made a link that sets up an account"},
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
    CodeWords{"organisation-add", "Added an organisation"},
    CodeWords{"person-add", "Added a person"},
    CodeWords{"person-leave", "Recorded that somebody leaves"},
    CodeWords{"team-add", "Added a team"},
    CodeWords{"team-renamed", "Gave a team another name"},
    CodeWords{"role-given", "Gave somebody a role"},
    CodeWords{"role-ended", "Ended a role"},
    CodeWords{"team-changed", "Moved somebody to another team"},
    CodeWords{"cover-arranged", "Lent somebody the cases of another, who is away"},
    CodeWords{"told-of-changes", "Was told what others did with accounts and cover"},
    CodeWords{"cover-ended", "Ended the cover for somebody who was away"},
    CodeWords{"file-restricted", "Restricted the file"},
    CodeWords{"restriction-lifted", "Lifted the restriction of the file"},
    CodeWords{"person-named", "Named somebody on the file"},
    CodeWords{"person-unnamed", "Took somebody’s name off the file"},
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
    CodeWords{"link-given", "Gave a personal link"},
    CodeWords{"link-ended", "Ended a personal link"},
    CodeWords{"invited", "Asked somebody in"},
    CodeWords{"invitation-ended", "Ended an invitation"},
    CodeWords{"shared", "Shared something of the file"},
    CodeWords{"sharing-stopped", "Stopped sharing something"},
    CodeWords{"agreement-withdrawn", "Took back what they had agreed to"},
    CodeWords{"sample-begun", "Asked a service for the cases that a sample is drawn from"},
    CodeWords{"case-list-sent", "Sent an inspectorate the list of cases of a sample"},
    CodeWords{"sample-notified", "Notified a sample: inspectors see its cases from now on"},
    CodeWords{"sample-lengthened",
              "Moved the last day on which inspectors see the cases of a sample"},
    CodeWords{"sample-reader-added", "Let another inspector see the cases of a sample"},
    CodeWords{"sample-reader-taken", "Took away an inspector’s sight of the cases of a sample"},
    CodeWords{"evidence-signed", "Signed the fieldwork evidence: inspectors see the cases no more"},
    CodeWords{"sample-called-off", "Called off a sample before anybody saw a case"},
    CodeWords{"document-added", "Added a document"},
    CodeWords{"document-opened", "Opened a document"},
    CodeWords{"file-as-it-stood", "Read all records as they stood"},
    CodeWords{"file-up-to", "Read all records of the time up to a day"},
    CodeWords{"version-read", "Read a version of a record"},
    CodeWords{"versions-compared", "Compared two versions of a record"},
    CodeWords{"access-asked", "Wrote down a request for what is held"},
    CodeWords{"access-corrected", "Corrected a request for what is held"},
    CodeWords{"identity-noted", "Noted how it was made sure who asks"},
    CodeWords{"ground-noted", "Noted on what ground somebody is answered"},
    CodeWords{"access-extended", "Took the longer time to answer a request"},
    CodeWords{"access-ended", "Ended a request without an answer"},
    CodeWords{"access-gathered", "Gathered everything that is held"},
    CodeWords{"access-decided", "Decided what is hidden in an answer, or marked a part as read"},
    CodeWords{"answer-previewed", "Saw an answer as it would be given out"},
    CodeWords{"answer-looked-over", "Looked an answer over before giving it out"},
    CodeWords{"answer-given", "Gave out what is held"},
    CodeWords{"answer-copy", "Opened a copy of what was given out"},
    CodeWords{"answer-document", "Opened a document for an answer"},
    CodeWords{"retention-facts", "Noted what the time of keeping hangs on"},
    CodeWords{"retention-kept", "Decided to keep the file"},
    CodeWords{"erasure-decided", "Decided that the file is erased or reduced"},
    CodeWords{"erasure-refused", "Did not confirm that the file is erased or reduced"},
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

/// An id by its first letters, as lists show it.
std::string short_of(const std::string& id) { return id.substr(0, 8); }

std::string called_in(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto at = names.find(id);
  return at == names.end() ? short_of(id) : at->second;
}

std::string people_called(const AuditNames& names, const std::string& ids) {
  std::vector<std::string> all;
  for (const auto id : split(ids, '+')) all.push_back(called_in(names.people, std::string(id)));
  return list_in_words(all);
}

std::string day_called(const std::string& value) {
  const auto day = parse_date(value);
  return day ? northlight::words(*day) : value;
}

/// What somebody is to the child, for whom a link is.
std::string relation_called(const std::string& value) {
  return value == "themself" ? "the child" : value == "parent" ? "a parent or carer" : value;
}

using InWords = std::string (*)(const std::string& value, const AuditNames& names);

struct FactWords {
  std::string_view fact;
  InWords words;
};

// Every fact of accounts/acts, each a part of a sentence.
constexpr std::array facts_on_trail{
    FactWords{"role",
              [](const std::string& value, const AuditNames& names) {
                const auto at = names.roles.find(value);
                return lower(at == names.roles.end() ? value : at->second);
              }},
    FactWords{"team",
              [](const std::string& value, const AuditNames& names) {
                return "in " + called_in(names.teams, value);
              }},
    FactWords{"from-team",
              [](const std::string& value, const AuditNames& names) {
                return "from " + called_in(names.teams, value);
              }},
    FactWords{"from", [](const std::string& value,
                         const AuditNames&) { return "from " + day_called(value); }},
    FactWords{"until", [](const std::string& value,
                          const AuditNames&) { return "until " + day_called(value); }},
    FactWords{"last-day", [](const std::string& value,
                             const AuditNames&) { return "last day " + day_called(value); }},
    FactWords{"day", [](const std::string& value,
                        const AuditNames&) { return "on " + day_called(value); }},
    FactWords{"absent",
              [](const std::string& value, const AuditNames& names) {
                return "for " + people_called(names, value);
              }},
    FactWords{"before",
              [](const std::string& value, const AuditNames& names) {
                return "in place of " + people_called(names, value);
              }},
    FactWords{"named",
              [](const std::string& value, const AuditNames& names) {
                return "who goes on seeing it: " + people_called(names, value);
              }},
    FactWords{"inspectors",
              [](const std::string& value, const AuditNames& names) {
                return "seen by " + people_called(names, value);
              }},
    FactWords{"whose", [](const std::string& value,
                          const AuditNames& names) { return "of " + people_called(names, value); }},
    FactWords{"day-before", [](const std::string& value,
                               const AuditNames&) { return "before it was " + day_called(value); }},
    FactWords{"part",
              [](const std::string& value, const AuditNames&) {
                return std::string(value == "lead" ? "leading" : "working alongside");
              }},
    FactWords{"cases",
              [](const std::string& value, const AuditNames&) {
                return std::string(value == "go" ? "their cases go along"
                                                 : "their cases stay in the team");
              }},
    FactWords{"files",
              [](const std::string& value, const AuditNames&) {
                return value == "1" ? std::string("1 file") : value + " files";
              }},
    FactWords{"rows",
              [](const std::string& value, const AuditNames&) {
                return value == "1" ? std::string("1 row") : value + " rows";
              }},
    FactWords{"kind",
              [](const std::string& value, const AuditNames&) {
                const auto kind = domain::parse_case_kind(value);
                return kind ? lower(domain::words(*kind)) : value;
              }},
    FactWords{"stage",
              [](const std::string& value, const AuditNames&) {
                const auto stage = domain::parse_case_stage(value);
                return stage ? lower(domain::words(*stage)) : value;
              }},
    FactWords{"operation",
              [](const std::string& value, const AuditNames&) {
                const auto operation = store::parse_audit_operation(value);
                return "only “" +
                       (operation ? std::string(operation_in_words(*operation)) : value) + "”";
              }},
    FactWords{"relation", [](const std::string& value,
                             const AuditNames&) { return "for " + relation_called(value); }},
    FactWords{"ended", [](const std::string&,
                          const AuditNames&) { return std::string("the one before ended by it"); }},
    FactWords{"compared-with",
              [](const std::string& value, const AuditNames&) { return "with version " + value; }},
    FactWords{"format", [](const std::string& value, const AuditNames&) { return "as " + value; }},
    FactWords{"case", [](const std::string& value,
                         const AuditNames&) { return "case " + short_of(value); }},
    FactWords{"request", [](const std::string& value,
                            const AuditNames&) { return "request " + short_of(value); }},
    FactWords{"asked-before",
              [](const std::string& value, const AuditNames&) {
                const auto who = domain::parse_requester(value);
                return "who asks was: " + (who ? lower(domain::words(*who)) : value);
              }},
    FactWords{"received-before",
              [](const std::string& value, const AuditNames&) {
                return "received was: " + day_called(value);
              }},
    FactWords{"document", [](const std::string& value,
                             const AuditNames&) { return "document " + short_of(value); }},
    FactWords{"sample", [](const std::string& value,
                           const AuditNames&) { return "sample " + short_of(value); }},
    FactWords{"share", [](const std::string& value,
                          const AuditNames&) { return "share " + short_of(value); }},
};

std::string fact_in_words(const std::string& fact, const std::string& value,
                          const AuditNames& names) {
  const auto at = std::ranges::find(facts_on_trail, fact, &FactWords::fact);
  return at == facts_on_trail.end() ? fact + " " + value : at->words(value, names);
}

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

std::string action_on_trail(std::string_view text, const AuditNames& names) {
  const auto act = accounts::parts_of_act(text);
  std::string sentence;
  if (const auto action = domain::parse_action(act.code)) {
    sentence = action_in_words(*action);
  } else {
    const auto at = std::ranges::find(others, act.code, &CodeWords::code);
    if (at == others.end()) return {};
    sentence = at->words;
  }
  std::vector<std::string> facts;
  for (const auto& [name, value] : act.facts) {
    if (name.empty()) return sentence + " (" + value + ")";
    facts.push_back(fact_in_words(name, value, names));
  }
  return facts.empty() ? sentence : sentence + ": " + join(facts, ", ");
}

std::string shown_action(std::string_view action, const AuditNames& names) {
  auto words = action_on_trail(action, names);
  return words.empty() ? std::string(action) : words;
}

}  // namespace northlight::web::views
