#include "cli/demo_addresses.hpp"

#include <array>
#include <string_view>

namespace northlight::cli {
namespace {

constexpr std::array<std::string_view, 7> streets{"Weir Lane",   "Sluice Street", "Tollgate Road",
                                                  "Osier Close", "Mill Rise",     "Fernside Avenue",
                                                  "Lock Terrace"};

/// Another for each: "XX3 4CK".
std::string postcode_of(int child) {
  const auto letter = [](int i) { return static_cast<char>('A' + i % 26); };
  return "XX" + std::to_string(1 + child / 10) + " " + std::to_string(child % 10) +
         letter(child * 3) + letter(child * 7 + 2);
}

casework::NewAddress lives(int child, Date from) {
  const auto street = streets.at(static_cast<std::size_t>(child) % streets.size());
  return {.house = child % 9 == 4 ? "Flat " + std::to_string(1 + child % 6)
                                  : std::to_string(3 + child * 5 % 88),
          .street = std::string(street) + "\nOsierholm",
          .postcode = postcode_of(child),
          .from = from};
}

}  // namespace

std::vector<casework::NewAddress> demo_addresses(int child, Date opened) {
  if (child == 31) return {{.street = "No fixed address", .from = opened}};
  std::vector<casework::NewAddress> all;
  if (child % 12 == 5) all.push_back(lives(child + 60, add_days(opened, -500 - child)));
  all.push_back(lives(child, add_days(opened, -20 - child * 11)));
  return all;
}

}  // namespace northlight::cli
