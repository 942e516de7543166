#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casework/children.hpp"
#include "casework/history.hpp"
#include "casework/shared_with.hpp"
#include "store/personal_links.hpp"
#include "store/sent_in.hpp"

/// A file as it stood at the end of a day in London.
namespace northlight::casework {

/// What had been recorded by then, or what is known today of that day and the days before it.
enum class KnownWhen { Then, Today };

/// A fact that is written over when it changes.
template <typename T>
struct AsOf {
  T value;
  /// What it was on the day is not kept: the value is the first that is, from this moment on. Empty
  /// where it is what stood on the day.
  std::optional<platform::Instant> kept_from{};
};

struct StoodCase {
  domain::CaseId id;
  domain::CaseKind kind = domain::CaseKind::Prevention;
  Date opened_on{};
  std::optional<Date> ended_on{};  ///< Empty: it was open.
  /// Closed where it had ended. Empty where it was open and no stage from then or after is kept.
  std::optional<AsOf<domain::CaseStage>> stage{};
  /// Who had begun by then, the latest first; `until` only of those whose part had ended by then.
  std::vector<store::AllocationRow> workers{};
};

struct StoodShare {
  store::SharedRow row;
  Sensitive<std::string> with{};  ///< By the name that is kept; empty for the child, or if none is.
  std::optional<Date> agreed_on{};
};

/// What is shared and with whom, for whoever sees that of the file today.
struct StoodSharing {
  std::vector<StoodShare> shares{};
  std::vector<store::InvitationRow> invitations{};
};

/// Whom the file was closed to, or open to alone, for whoever sees that of the file today.
struct StoodClosing {
  std::vector<domain::PersonId> named{};
  std::vector<store::ConflictRow> conflicts{};
};

/// The whole of it. What the asker may not see of the file today is empty here too.
struct StoodFile {
  CaseFile file;  ///< As it is today.
  Date day{};
  KnownWhen known = KnownWhen::Then;
  platform::Instant began{};                     ///< When the file was begun.
  std::optional<AsOf<store::ChildRow>> child{};  ///< KnownWhen::Today: as it is today. Of a
                                                 ///< victim's file there is none.
  std::optional<store::AddressRow> lived_at{};   ///< Empty: no address had been recorded.
  std::vector<StoodCase> cases{};                ///< The latest opened first.
  /// That lay on the file. Of what was lifted since, why it lay there is for Action::MarkFile.
  std::vector<store::MarkRow> marks{};
  std::optional<StoodClosing> closing{};                 ///< Action::MarkFile
  std::optional<StoodSharing> sharing{};                 ///< Action::Disclose
  std::optional<std::vector<store::LinkGiven>> links{};  ///< Action::GiveLink
  std::vector<store::SentInRow> sent_in{};  ///< The latest first; `read` only if it was by then.
  std::vector<StoodRecord> records{};       ///< One that is not what was recorded keeps its place.
  std::map<domain::PersonId, std::string> people{};
  std::map<domain::TeamId, std::string> teams{};

  /// Nothing had been recorded, for the file was begun on a later day.
  bool not_begun() const {
    return known == KnownWhen::Then && platform::day_in_london(began) > day;
  }
};

/// Fails with Invalid for a day to come (where: "day"). Of facts that are dated by a moment, what
/// stood as the day ended, or stands now if it is today. KnownWhen::Then leaves out records of
/// which nothing had been saved yet and cases nobody had begun; KnownWhen::Today goes by the day
/// that each record is about (one about no day is not in it), and that cases opened and ended.
Result<StoodFile> file_as_it_stood(Gate& gate, const store::Archive& archive, const Asker& asker,
                                   FileId file, Date day, KnownWhen known);

}  // namespace northlight::casework
