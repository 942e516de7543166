#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounts/unusual_when.hpp"
#include "base/date.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"

/// Access that somebody should look at, each with the reason why it is shown. Nothing here adds up
/// to a mark of anybody: there is no score, and people stand in the order of time, never of how
/// many lines they have.
namespace northlight::accounts {

/// One reading or change of a file, as far as it matters here.
struct FileAccess {
  std::int64_t number = 0;  ///< Of its row.
  platform::Instant at{};
  domain::PersonId person;
  std::string name{};
  std::string role{};
  domain::FileId file;
  std::optional<std::string> reason{};  ///< Typed, where the glass was broken, and nowhere else.
  bool reviewing = false;  ///< Their role reviews how long it is kept, and the file was due for it.
};

/// One try that was refused, whatever it was at: a file, or something of the service.
struct RefusedTry {
  std::int64_t number = 0;  ///< Of its row.
  platform::Instant at{};
  domain::PersonId person;
  std::string name{};
  std::optional<domain::FileId> file{};
};

enum class Unusual {
  Volume,
  OutOfHours,
  NoRelation,
  GlassBroken,
  SameName,
  SameAddress,
  SamePostcode,
  RefusedOften
};

inline constexpr std::size_t unusual_count = 8;
/// "same-address", as addresses have it.
std::string_view code(Unusual kind);

struct UnusualAccess {
  Unusual kind = Unusual::Volume;
  platform::Instant at{};
  std::int64_t number = 0;  ///< The row, or the first row of the day.
  domain::PersonId person;
  std::string name{};
  std::optional<domain::FileId> file{};  ///< Nothing where it is several, or none.
  std::string why{};                     ///< A sentence.
};

using PersonAndFile = std::pair<domain::PersonId, domain::FileId>;

/// What is known of people and the files that they opened.
struct AccessFacts {
  std::set<PersonAndFile> unrelated{};  ///< Of the same service only, when they looked.
  std::set<PersonAndFile> same_name{};  ///< The child's family name is theirs.
  std::set<PersonAndFile> same_address{};
  std::set<PersonAndFile> same_postcode{};  ///< And another house.
};

/// What is to be looked at, the newest first. A reason that was given stands once for each file
/// that it opened, and refused tries once for each person and day.
std::vector<UnusualAccess> unusual_access(const std::vector<FileAccess>& all,
                                          const AccessFacts& facts, const UnusualWhen& when,
                                          const std::vector<RefusedTry>& refused = {});

}  // namespace northlight::accounts
