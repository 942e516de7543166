#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace northlight::domain {

/// What somebody asks to do. Code asks by these names and no others; which role may do which is
/// data (policy/roles.toml). The first half is about a file, the second about an organisation.
enum class Action : std::uint8_t {
  FindFile,     ///< See that the file exists: in lists, searches and counts.
  ReadFile,     ///< Open it and any record of it.
  WriteRecord,  ///< Draft and save.
  SignRecord,   ///< Sign what one wrote.
  Countersign,  ///< Sign what another wrote, or send it back.
  Contribute,   ///< Send in a record without seeing the rest: a partner's answer, a panel's note.
  ReadShared,   ///< Read what was shared with them: the child, the parent, a panel.
  SayOwn,       ///< The child's or the parent's own words.
  Disclose,     ///< Give content to somebody outside: print, download, send. Names the recipient.
  Allocate,     ///< Give the case to a practitioner or a team.
  MarkFile,     ///< Restrict it, declare a conflict of interest, hold it legally.
  GiveLink,     ///< Give a child or a parent a personal link.
  PrepareSubjectAccess,
  ReleaseSubjectAccess,
  ReviewRetention,
  EraseFile,

  AddChild,
  AddVictim,
  SeePeople,     ///< Names, roles and teams of those who work there.
  ManagePeople,  ///< Joiners, movers, leavers, their roles and second factors.
  ArrangeCover,
  ExplainSight,  ///< "What can this person see, and why?"
  ReadAudit,
  ExportAudit,
  ReadInstallationAudit,  ///< Of what belongs to no organisation: guesses at accounts nobody has.
  ChangeSettings,
  DrawSample,    ///< Notify the sample of an inspection: gives its inspectors sight.
  SendCaseList,  ///< Of a service: say from which of its cases a sample is drawn.
  SeeSample,     ///< Of an inspectorate or a service: which cases, seen by whom, until when.
  SeeFigures,    ///< Counts without a child's name.
};
inline constexpr std::size_t action_count = 30;

/// How somebody stands to a file, closest first. Who has several may do what any of them allows.
enum class Relation : std::uint8_t {
  OwnCase,      ///< Allocated to them, or to somebody for whom they cover.
  TeamCase,     ///< Allocated in their team, or in one of somebody for whom they cover.
  ServiceCase,  ///< Of the service that they work for.
  Sampled,      ///< Drawn for their inspection, from its notification until evidence is signed.
  Invited,      ///< Asked to contribute: a partner agency, a panel.
  Themself,     ///< The child whose file it is, by a personal link.
  Parent,       ///< A parent or carer of the child, by a personal link.
  None,
};
inline constexpr std::size_t relation_count = 8;

/// What lies on a file, or on a file as one person meets it.
enum class Mark : std::uint8_t {
  Restricted,    ///< Only those who are named on it, whatever their role.
  VictimWalled,  ///< A victim's file: apart from the child's and from those who work with them.
  ConflictOfInterest,  ///< Between this person and this child: a relative, a neighbour.
  LegalHold,           ///< Nothing may be erased while it lies there.
};
inline constexpr std::size_t mark_count = 4;

/// A set of marks.
class Marks {
 public:
  constexpr Marks() = default;
  constexpr Marks(std::initializer_list<Mark> marks) {
    for (const auto mark : marks) set(mark);
  }
  constexpr void set(Mark mark) {
    bits_ |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(mark));
  }
  constexpr bool has(Mark mark) const { return ((bits_ >> static_cast<unsigned>(mark)) & 1U) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint8_t bits() const { return bits_; }

  friend constexpr bool operator==(Marks, Marks) = default;

 private:
  std::uint8_t bits_ = 0;
};

/// Whether it is about one file, or about an organisation.
constexpr bool is_about_a_file(Action action) { return action < Action::AddChild; }

/// As policy files, the audit trail and addresses write them: "read-file", "own-case",
/// "victim-walled".
std::string_view code(Action action);
std::string_view code(Relation relation);
std::string_view code(Mark mark);

std::optional<Action> parse_action(std::string_view code);
std::optional<Relation> parse_relation(std::string_view code);
std::optional<Mark> parse_mark(std::string_view code);

}  // namespace northlight::domain
