#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/about_whom.hpp"

/// Everything that is held on one person, as lines of text with a place each: what a request for it
/// is answered from. Personal information wholesale: only store, web/views and report may show it.
namespace northlight::domain {

/// What kind of thing a line tells.
enum class HeldFact : std::uint8_t {
  Identity,        ///< Names, date of birth.
  RecordedBefore,  ///< What stood there until it was changed: by mistake another person's, perhaps.
  Address,         ///< Where the child lives or lived.
  Case,
  Allocation,
  Link,
  Invitation,
  Shared,       ///< What was shown to the child, a parent or a panel.
  ReasonGiven,  ///< Why somebody opened the file who does not work with the child.
  Look,         ///< On which days somebody in which role looked at the file.
  Restriction,
  LegalHold,
  ConflictOfInterest,
  Document,  ///< That was sent in.
  Words,     ///< Said on countersigning a record or sending it back.
  AskedAction,
  Request,  ///< An earlier request for what is held.
  Answer,   ///< In a record.
  Typed,    ///< In a record, and changed before it was saved.
  SentIn,   ///< By the child, a parent, a partner, a panel, a victim's worker, by post.
};
inline constexpr std::size_t held_fact_count = 20;
inline constexpr std::array<std::string_view, held_fact_count> held_fact_codes{
    "identity",
    "recorded-before",
    "address",
    "case",
    "allocation",
    "link",
    "invitation",
    "shared",
    "reason-given",
    "look",
    "restriction",
    "legal-hold",
    "conflict-of-interest",
    "document",
    "words",
    "asked-action",
    "request",
    "answer",
    "typed",
    "sent-in"};

/// What is hidden of it hangs on whom it is about, and not on what kind of thing it is.
constexpr bool is_ruled_by_whom(HeldFact fact) {
  return fact == HeldFact::Answer || fact == HeldFact::Typed || fact == HeldFact::SentIn;
}

constexpr std::string_view code(HeldFact fact) {
  return held_fact_codes.at(static_cast<std::size_t>(fact));
}
constexpr std::optional<HeldFact> parse_held_fact(std::string_view code) {
  for (std::size_t i = 0; i < held_fact_count; ++i)
    if (held_fact_codes.at(i) == code) return static_cast<HeldFact>(i);
  return std::nullopt;
}

/// One line: what it is called, and what it says.
struct HeldLine {
  std::string place;  ///< Where it stands, without content: "<record>/risks/<row>/risk_what".
  HeldFact fact = HeldFact::Answer;
  AboutWhom about = AboutWhom::Child;
  bool names_somebody = false;  ///< Its field asks who somebody is.
  std::string label{};
  std::string text{};
  std::size_t hidden = 0;  ///< How many stretches of the text were hidden.

  friend bool operator==(const HeldLine&, const HeldLine&) = default;
};

/// The same of one line: what tells of somebody else is hidden as their words are, whatever kind of
/// fact it is, so that nothing stands beside a hidden name that says whose it was.
inline bool is_ruled_by_whom(const HeldLine& line) {
  return is_ruled_by_whom(line.fact) ||
         (line.about != AboutWhom::Child && line.about != AboutWhom::Professional);
}

/// The fingerprint (SHA-256) of the document that a line names, which stands in its place:
/// "document/<hash>/0". Empty for every other line.
inline std::string_view document_of(const HeldLine& line) {
  if (line.fact != HeldFact::Document) return {};
  std::string_view rest = line.place;
  rest.remove_prefix(std::min(rest.find('/') + 1, rest.size()));
  return rest.substr(0, rest.find('/'));
}

/// Lines that belong together: a version of a record, a case.
struct HeldEntry {
  std::string title;  ///< Names nobody but those who work with the child.
  std::vector<HeldLine> lines{};

  friend bool operator==(const HeldEntry&, const HeldEntry&) = default;
};

/// What a reviewer reads at a time: the facts of the file, or one record.
struct HeldPart {
  std::string code;  ///< "facts", or the record's id.
  std::string title;
  std::vector<HeldEntry> entries{};
  /// A version of the record is not what was recorded. Nothing of it is here but an entry that says
  /// so, and nothing of the holding may be given out.
  bool unshown = false;

  friend bool operator==(const HeldPart&, const HeldPart&) = default;
};

struct Holding {
  std::vector<HeldPart> parts{};

  friend bool operator==(const Holding&, const Holding&) = default;
};

/// What of a name is enough to say who is meant.
enum class NameKnownBy : std::uint8_t {
  Whole,               ///< "Rowan Sampleton": another child of the service.
  EachWord,            ///< "rowan" alone: a brother or sister.
  EachWordAsWritten,   ///< The same, of what people wrote, which has words in it that are no names.
  EachWordWithCapital  ///< "May" and not "may": a victim, of whom a service knows many.
};

/// Somebody whose name is looked for in every text.
struct KnownName {
  std::string words;
  NameKnownBy by = NameKnownBy::Whole;
};

/// What the person whose file it is was called before, in each way that it could be written in
/// full: "Wren Alice Exampleby", "Wren Exampleby".
using FormerName = std::vector<std::string>;

/// The names that the service knows, and those of the person whose file it is.
struct KnownNames {
  std::vector<std::string> own{};
  /// Theirs only as far as no other child or victim is known by it: it may have been typed by
  /// mistake.
  std::vector<FormerName> former{};
  std::vector<KnownName> others{};
};

}  // namespace northlight::domain
