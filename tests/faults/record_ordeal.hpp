#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "forms/form.hpp"
#include "platform/keys.hpp"
#include "store/archive.hpp"
#include "store/drafts.hpp"
#include "store/versions.hpp"
#include "tests/access/a_service.hpp"
#include "tests/faults/typist.hpp"
#include "tests/store/granted.hpp"

namespace northlight::testing {

/// When the server is killed: after so many answers, and then so long; or so long after it was
/// started, whether it is there already or not.
struct KillMoment {
  bool while_starting = false;
  std::size_t answers = 0;
  std::chrono::microseconds then{0};
};

/// A service on the real server, which is killed again and again: three people write in one record
/// and a fourth, who signs, alone in another.
class RecordOrdeal {
 public:
  explicit RecordOrdeal(store::Engine engine);

  void round(const KillMoment& moment);

  /// Holds what the server answered for against what the database has kept.
  void check(int kills);

 private:
  /// One record, and who writes in it.
  struct Desk {
    domain::RecordId record;
    std::vector<std::size_t> writers{};
    std::int64_t first_lines = 0;  ///< Of its first page, which holds more than what they type.
  };
  /// What the database has of one record.
  struct Kept {
    std::map<std::string, std::int64_t> lines{};  ///< Of the draft, by the words of each.
    std::vector<store::VersionHead> versions{};
    /// What was done and allowed, by the address that each request came from.
    std::multimap<std::string, std::string> trail{};
  };
  struct Faults {
    std::size_t lost = 0;
    std::size_t halved = 0;
    std::size_t moved = 0;    ///< On another line than the answer said.
    std::size_t untold = 0;   ///< Kept without a line of the trail, or the other way round.
    std::size_t seen = 0;     ///< Lines of the draft whose writer is known,
    std::ptrdiff_t told = 0;  ///< and lines of the trail.
  };
  struct Tally {
    std::size_t changes = 0;
    std::size_t versions = 0;
    std::size_t is_signed = 0;
    std::size_t settled = 0;
    std::size_t lines = 0;
  };

  void begin(const std::vector<std::size_t>& writers);
  void check_desk(store::Session& session, const Desk& desk);
  void check_deed(const Deed& deed, const Desk& desk, const Kept& kept, Faults& faults);
  void check_version(const Deed& deed, const Kept& kept, Faults& faults);
  std::map<std::string, std::int64_t> check_lines(store::Session& session, const Desk& desk);
  void check_content(store::Session& session, const Desk& desk,
                     const std::vector<store::DraftChange>& lines);
  std::vector<store::VersionHead> check_versions(store::Session& session, const Desk& desk);
  void check_projections();

  store::Archive archive() const { return {*forms_, *keys_}; }
  store::Grant grant() const;
  std::vector<std::string> server() const;

  AService service_;
  TemporaryFolder folder_{};
  std::optional<forms::Forms> forms_{};
  std::unique_ptr<platform::Keys> keys_{};
  std::vector<domain::PersonId> writers_{};
  std::optional<domain::FileId> file_{};
  std::vector<Desk> desks_{};
  std::vector<Typist> typists_{};
  Tally tally_{};
};

}  // namespace northlight::testing
