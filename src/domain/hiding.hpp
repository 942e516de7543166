#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/find_names.hpp"
#include "domain/holding.hpp"
#include "domain/subject_access.hpp"

/// What is hidden of what is held on somebody before it is given out, because it tells of somebody
/// else. Rules propose; a reviewer decides on each.
namespace northlight::domain {

/// Which line of a holding.
struct LineAt {
  std::size_t part = 0;
  std::size_t entry = 0;
  std::size_t line = 0;

  friend auto operator<=>(const LineAt&, const LineAt&) = default;
};
const HeldLine& line_at(const Holding& holding, const LineAt& at);

/// A stretch of one line that is to be hidden, and by which rule.
struct Hiding {
  LineAt at{};
  Stretch stretch{};
  std::string rule{};  ///< "victim", "name", or "added" by a reviewer.

  friend bool operator==(const Hiding&, const Hiding&) = default;
};

/// All that the rules would hide, in the order of the holding. Within a line that is hidden whole,
/// the names in it follow: lifting the one leaves the others.
std::vector<Hiding> propose_hidings(const SubjectAccessPolicy& policy, const Holding& holding,
                                    const KnownNames& names, Requester asked_by);

/// What a reviewer made of a hiding.
enum class Decision { Unchecked, Confirmed, Lifted };

struct Decided {
  Hiding hiding;
  Decision decision = Decision::Unchecked;
};

/// Whether it lies within another one of its line that is not lifted: nothing is decided by it.
bool is_covered(std::span<const Decided> all, const Decided& one);

/// What still has to be decided before anything may be given out.
std::size_t count_unchecked(std::span<const Decided> all);

/// The holding as it is given out: every hiding that is not lifted is `shown_as`.
Holding hide(const Holding& holding, std::span<const Decided> all, std::string_view shown_as);

/// Where those words stand in that text, whatever their case and accents: whole words, one after
/// another. For a reviewer who writes what else to hide.
std::vector<Stretch> find_words(std::string_view text, std::string_view wanted);

}  // namespace northlight::domain
