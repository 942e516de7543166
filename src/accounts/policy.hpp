#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "domain/sent_in.hpp"

namespace northlight::accounts {

/// A set of relations, one bit each, so that "any of these" is one `and`.
class Relations {
 public:
  constexpr Relations() = default;
  constexpr Relations(std::initializer_list<domain::Relation> relations) {
    for (const auto relation : relations) set(relation);
  }
  constexpr void set(domain::Relation relation) { bits_ |= bit(relation); }
  constexpr bool has(domain::Relation relation) const { return (bits_ & bit(relation)) != 0; }
  constexpr bool meets(Relations other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  /// Those that are in both sets.
  constexpr Relations both(Relations other) const {
    return Relations(static_cast<std::uint8_t>(bits_ & other.bits_));
  }
  /// Those that are in either.
  constexpr Relations either(Relations other) const {
    return Relations(static_cast<std::uint8_t>(bits_ | other.bits_));
  }

  friend constexpr bool operator==(Relations, Relations) = default;

 private:
  static constexpr std::uint8_t bit(domain::Relation relation) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(relation));
  }
  explicit constexpr Relations(std::uint8_t bits) : bits_(bits) {}
  std::uint8_t bits_ = 0;
};

/// Of which files a list is: those to which somebody stands in one of these relations ("my cases":
/// {OwnCase}); or of them only those that one person lends them, who is away.
struct Among {
  Relations relations{};
  std::optional<domain::PersonId> lent_by{};

  Among(Relations all) : relations(all) {}  // NOLINT(google-explicit-constructor)
  Among(std::initializer_list<domain::Relation> all) : relations(all) {}
  Among(Relations all, domain::PersonId lender) : relations(all), lent_by(lender) {}
};

/// A set of actions, one bit each.
class Actions {
 public:
  constexpr void set(domain::Action action) { bits_ |= bit(action); }
  constexpr bool has(domain::Action action) const { return (bits_ & bit(action)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  static constexpr Actions all() {
    Actions every;
    for (std::size_t i = 0; i < domain::action_count; ++i)
      every.set(static_cast<domain::Action>(i));
    return every;
  }

  friend constexpr bool operator==(Actions, Actions) = default;

 private:
  static constexpr std::uint32_t bit(domain::Action action) {
    return 1U << static_cast<unsigned>(action);
  }
  std::uint32_t bits_ = 0;
};

/// In which relations a role may do an action: at once, or once the person has said why.
struct Permission {
  Relations may{};
  Relations with_reason{};

  Relations any() const { return may.either(with_reason); }

  friend bool operator==(const Permission&, const Permission&) = default;
};
using Permissions = std::array<Permission, domain::action_count>;

/// One role of policy/roles.toml.
struct Role {
  std::string code;   ///< "practice-manager"
  std::string title;  ///< "Practice manager"
  std::string words;
  std::vector<std::string> at;      ///< The kinds of organisation in which it is held.
  std::vector<std::string> told{};  ///< Roles that are told when this one gives a reason.
  bool by_link = false;             ///< A child or a parent, who comes by a personal link.
  std::vector<domain::SentInKind> sends_in{};  ///< What they contribute: the usual first.
  Permissions children{};                      ///< On a child's file.
  Permissions victims{};                       ///< Behind the wall.
  Actions in_organisation{};

  const Permission& on(domain::Action action, bool walled) const {
    return (walled ? victims : children)[static_cast<std::size_t>(action)];
  }
  /// All that it may do somewhere, at once or with a reason.
  Actions anywhere() const;
  /// Whether a file, a victim's if `walled`, is open to them at once where a case of it is theirs.
  bool works_on_cases(bool walled) const;
};

/// What a mark on a file takes away.
struct MarkRule {
  std::string words;  ///< What is said to whom it stops.
  Actions stops{};
  bool unless_named = false;  ///< It does not stop those who are named on the file.
  std::uint64_t spares = 0;   ///< Roles that it does not stop: bits by their place in `roles`.
};

/// Actions that nobody may have together.
struct Apart {
  std::string words;
  std::vector<domain::Action> actions;
};

/// For how long what one person works with is lent to another at once.
struct CoverRule {
  std::string words;
  std::int64_t longest_days = 0;  ///< The first and the last included.
  std::int64_t days_ahead = 0;    ///< Within which it begins.
};

/// policy/roles.toml, checked and compiled so that a decision is a few bits. Everything about who
/// may do what is in that file; no code asks for a role by its name.
class Policy {
 public:
  struct Parts {
    Date in_force_from{};
    std::string status;
    std::string source;
    std::string glass_words;
    std::chrono::hours glass_lasts{};
    CoverRule cover{};
    std::int64_t link_days = 0;
    std::int64_t sample_days = 0;
    std::int64_t days_told = 0;
    std::vector<Role> roles;
    std::array<MarkRule, domain::mark_count> marks{};
    std::vector<Apart> apart{};
  };
  explicit Policy(Parts parts);

  /// In the order of the file.
  const std::vector<Role>& roles() const { return parts_.roles; }
  /// Null for a role that the file does not name: whoever holds it may do nothing by it.
  const Role* find(std::string_view code) const;
  /// "Practice manager"; the code itself for a role that is gone from the file.
  std::string title(std::string_view code) const;

  const MarkRule& mark(domain::Mark mark) const {
    return parts_.marks[static_cast<std::size_t>(mark)];
  }
  bool spares(const MarkRule& rule, const Role& role) const {
    return ((rule.spares >> static_cast<std::size_t>(&role - parts_.roles.data())) & 1U) != 0;
  }
  /// How long a reason holds that somebody gave.
  std::chrono::hours glass_lasts() const { return parts_.glass_lasts; }
  const std::string& glass_words() const { return parts_.glass_words; }
  const CoverRule& cover() const { return parts_.cover; }
  /// How many days after the day on which it is made a personal link ends at the latest.
  std::int64_t link_days() const { return parts_.link_days; }
  /// How many days after the day on which it is given the last day of a sample is at the latest.
  std::int64_t sample_days() const { return parts_.sample_days; }
  /// For how many days people go on being told what others did to an account or arranged.
  std::int64_t days_told() const { return parts_.days_told; }
  Date in_force_from() const { return parts_.in_force_from; }

  /// Why somebody may not hold these roles together, if so: see [[apart]].
  std::optional<std::string> why_apart(const std::vector<std::string>& roles) const;

 private:
  Parts parts_;
  std::vector<std::uint8_t> by_code_;  ///< Places in `roles`, sorted by code.
};

inline constexpr std::size_t most_roles = 64;

/// Reads the text of policy/roles.toml. Refuses what is unknown, twice there, missing or without
/// effect: each with file, line, key and what to do. `file` is how messages call it.
Result<Policy> parse_policy(std::string_view text, std::string_view file);

/// The same from a file; NotFound when there is none.
Result<Policy> read_policy(const std::filesystem::path& file);

}  // namespace northlight::accounts
