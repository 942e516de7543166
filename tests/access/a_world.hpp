#pragma once

#include <array>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "accounts/scope.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {

/// A file, and what lists look at besides who may see it.
struct AFile {
  domain::FileId id;
  bool victim = false;
  domain::OrganisationId service{IdBits{}};
  std::string given_names{};  ///< "Wren" or "Odile"; of a child.
  Date born_on{};             ///< Of a child.
  domain::CaseKind kind = domain::CaseKind::Court;
  Date opened_on{};         ///< Of its one case.
  bool is_open = false;     ///< Work goes on in it.
  bool unfinished = false;  ///< A record is begun.
  bool promised = false;    ///< Somebody stands behind an action that is due.
  bool unread = false;      ///< Something was sent in that nobody has read.
  bool asked_for = false;   ///< Somebody has asked what is held.
};

/// An invented world, drawn anew for each seed: people, files, marks, and who sees what when.
class World {
 public:
  World(AService& service, unsigned seed) : service_(service), random_(seed), facts_(seed + 1000) {}

  void fill();

  /// Somebody with roles and cover, at a moment.
  accounts::Asker asker();
  /// Whatever the asker may find in some relations, or of it what somebody lends them.
  accounts::Among some_of(const accounts::Asker& asker);
  accounts::Relations some_relations();
  const std::vector<AFile>& files() const { return files_; }

  using Wanted = std::function<bool(const AFile&)>;
  /// Where the decision, asked file by file, lets the asker do that at once in these relations.
  std::set<std::string> opened_to(
      const accounts::Asker& asker, const accounts::Among& whose, bool victims,
      domain::Action action = domain::Action::FindFile,
      const Wanted& wanted = [](const AFile&) { return true; }) const;
  /// Of those files the ones of this world, for there may be others in the same database.
  std::set<std::string> only_here(std::set<std::string> files) const;

 private:
  unsigned below(unsigned end) { return drawn(random_, end); }
  static unsigned drawn(std::mt19937& from, unsigned end) {
    return std::uniform_int_distribution<unsigned>(0, end - 1)(from);
  }
  template <typename T>
  typename T::const_reference one_of(const T& all) {
    return all[below(static_cast<unsigned>(std::size(all)))];
  }
  platform::Instant moment();
  std::string some_role();
  accounts::Covered some_cover();
  void draw_facts(AFile& file);
  Status add_file(store::Transaction& transaction);
  Status add_facts(store::Transaction& transaction, const AFile& file);
  Status add_record(store::Transaction& transaction, const AFile& file, bool promises);
  Status add_sent_in(store::Transaction& transaction, const AFile& file);
  Status add_sight(store::Transaction& transaction, domain::FileId file);
  Status add_tie(store::Transaction& transaction, const std::string& table, const std::string& more,
                 std::string_view file);

  AService& service_;
  std::mt19937 random_;
  std::mt19937 facts_;  ///< Of their own, so that who sees what does not hang on them.
  std::vector<domain::PersonId> people_{};
  std::vector<AFile> files_{};
};

}  // namespace northlight::testing
