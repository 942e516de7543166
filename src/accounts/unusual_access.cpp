#include "accounts/unusual_access.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"

namespace northlight::accounts {
namespace {

using DayCounts = std::map<Date, std::set<domain::FileId>>;

// The middle one; of an even number, the lower of the two in the middle.
std::size_t median(std::vector<std::size_t> counts) {
  if (counts.empty()) return 0;
  std::ranges::sort(counts);
  return counts[(counts.size() - 1) / 2];
}

// By how much clocks in London are ahead of UTC on that day: half past eleven at night is then
// already tomorrow. The two Sundays on which it changes are out of hours whatever the hour.
std::chrono::hours ahead_in_london(platform::Instant at) {
  using namespace std::chrono_literals;
  const auto day = std::chrono::floor<std::chrono::days>(at);
  return platform::day_in_london(day + 23h + 30min) == Date{day} ? 0h : 1h;
}

/// Why the hour is not a usual one; empty when it is.
std::string out_of_hours(platform::Instant at, const UnusualWhen& when) {
  const auto local = at + ahead_in_london(at);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{local - day};
  const auto hour = static_cast<int>(time.hours().count());
  const auto two_digits = [](long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const auto clock = "At " + two_digits(hour) + ":" + two_digits(time.minutes().count());
  const std::chrono::weekday weekday(day);
  if (weekday == std::chrono::Saturday) return clock + " on a Saturday.";
  if (weekday == std::chrono::Sunday) return clock + " on a Sunday.";
  if (hour >= when.first_hour && hour <= when.last_hour) return {};
  return clock + ", outside the usual hours of " + std::to_string(when.first_hour) + ":00 to " +
         std::to_string(when.last_hour) + ":59.";
}

class Volumes {
 public:
  explicit Volumes(const std::vector<FileAccess>& all) {
    for (const auto& access : all) {
      const auto day = platform::day_in_london(access.at);
      auto& held = by_person_[access.person];
      held.role = access.role;
      held.days[day].insert(access.file);
      auto& first = first_[{access.person, day}];
      if (first == nullptr || access.number < first->number) first = &access;
    }
  }

  void add_to(std::vector<UnusualAccess>& found, const UnusualWhen& when) const {
    for (const auto& [person, held] : by_person_)
      for (const auto& [day, files] : held.days) {
        const auto own = usual([&](const domain::PersonId& who, const Held&, Date other) {
          return who == person && other != day;
        });
        const auto others = usual([&](const domain::PersonId& who, const Held& theirs, Date) {
          return who != person && theirs.role == held.role;
        });
        const auto usual_files = std::max(own.value_or(0), others.value_or(0));
        if (files.size() < static_cast<std::size_t>(when.least_files)) continue;
        if (files.size() <= static_cast<std::size_t>(when.times_usual) * usual_files) continue;
        const auto* first = first_.at({person, day});
        found.push_back({Unusual::Volume,
                         first->at,
                         first->number,
                         person,
                         first->name,
                         {},
                         counted(static_cast<long long>(files.size()), "file", "files") +
                             " on one day. Their own usual day has " + in_words(own) +
                             ", and that of others in the same role " + in_words(others) + "."});
      }
  }

 private:
  struct Held {
    std::string role;
    DayCounts days;
  };

  template <typename Counts>
  std::optional<std::size_t> usual(Counts counts_here) const {
    std::vector<std::size_t> counts;
    for (const auto& [who, held] : by_person_)
      for (const auto& [day, files] : held.days)
        if (counts_here(who, held, day)) counts.push_back(files.size());
    if (counts.empty()) return std::nullopt;
    return median(std::move(counts));
  }

  static std::string in_words(const std::optional<std::size_t>& count) {
    return count ? std::to_string(*count) : std::string("not been seen yet");
  }

  std::map<domain::PersonId, Held> by_person_{};
  std::map<std::pair<domain::PersonId, Date>, const FileAccess*> first_{};
};

constexpr std::array<std::string_view, unusual_count> unusual_codes{
    "volume",    "out-of-hours", "no-relation",   "reason-given",
    "same-name", "same-address", "same-postcode", "refused"};

/// The tries of one person on one day.
struct RefusedDay {
  const RefusedTry* first = nullptr;
  std::size_t tries = 0;
  std::size_t at_files = 0;  ///< Of those tries.
  std::set<domain::FileId> files{};
};

std::string refused_words(const RefusedDay& day) {
  auto words = counted(static_cast<long long>(day.tries), "try", "tries") + " on one day that " +
               (day.tries == 1 ? "was" : "were") + " refused";
  if (day.files.empty()) return words + ", none of them at a file.";
  return words + ": " + std::to_string(day.at_files) + " at " +
         counted(static_cast<long long>(day.files.size()), "file", "files") +
         (day.at_files == day.tries
              ? "."
              : ", and " + std::to_string(day.tries - day.at_files) + " at something else.");
}

void add_refused(const std::vector<RefusedTry>& refused, const UnusualWhen& when,
                 std::vector<UnusualAccess>& found) {
  std::map<std::pair<domain::PersonId, Date>, RefusedDay> days;
  for (const auto& one : refused) {
    auto& day = days[{one.person, platform::day_in_london(one.at)}];
    if (day.first == nullptr || one.number < day.first->number) day.first = &one;
    ++day.tries;
    if (!one.file) continue;
    ++day.at_files;
    day.files.insert(*one.file);
  }
  for (const auto& [key, day] : days) {
    if (day.tries < static_cast<std::size_t>(when.least_refused)) continue;
    const auto& first = *day.first;
    std::optional<domain::FileId> file;
    if (day.files.size() == 1) file = *day.files.begin();
    found.push_back({Unusual::RefusedOften, first.at, first.number, first.person, first.name, file,
                     refused_words(day)});
  }
}

}  // namespace

std::string_view code(Unusual kind) { return unusual_codes.at(static_cast<std::size_t>(kind)); }

std::vector<UnusualAccess> unusual_access(const std::vector<FileAccess>& all,
                                          const AccessFacts& facts, const UnusualWhen& when,
                                          const std::vector<RefusedTry>& refused) {
  std::vector<UnusualAccess> found;
  // Once for each person, file and day.
  std::set<std::tuple<PersonAndFile, std::string, Date>> reasons;
  std::set<std::pair<PersonAndFile, Date>> told;
  std::set<std::pair<PersonAndFile, Date>> told_apart;  // How they stood to it, where that matters.
  for (const auto& access : all) {
    const PersonAndFile pair{access.person, access.file};
    const auto add = [&](Unusual kind, std::string why) {
      found.push_back({kind, access.at, access.number, access.person, access.name, access.file,
                       std::move(why)});
    };
    if (auto why = out_of_hours(access.at, when); !why.empty())
      add(Unusual::OutOfHours, std::move(why));
    const auto day = platform::day_in_london(access.at);
    if (access.reason && reasons.emplace(pair, *access.reason, day).second)
      add(Unusual::GlassBroken, "They gave a reason: “" + *access.reason + "”");
    if (!access.reviewing && told_apart.emplace(pair, day).second &&
        facts.unrelated.contains(pair) && !access.reason)
      add(Unusual::NoRelation,
          "They stand to this file only as somebody of the same service: it is not their case, nor "
          "their team's.");
    if (!told.emplace(pair, day).second) continue;
    if (when.same_family_name && facts.same_name.contains(pair))
      add(Unusual::SameName, "The person and the child have the same family name.");
    if (when.same_address && facts.same_address.contains(pair))
      add(Unusual::SameAddress, "The person and the child have the same address.");
    if (when.same_postcode && facts.same_postcode.contains(pair))
      add(Unusual::SamePostcode,
          "The person and the child have the same postcode: they may be neighbours.");
  }
  Volumes(all).add_to(found, when);
  add_refused(refused, when, found);
  std::ranges::stable_sort(found, std::ranges::greater{}, &UnusualAccess::at);
  return found;
}

}  // namespace northlight::accounts
