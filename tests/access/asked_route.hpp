#pragma once

#include <map>
#include <string>

#include "tests/access/route_rows.hpp"
#include "tests/journeys/people_under_test.hpp"

namespace northlight::testing {

/// What stands in an address for ":file", ":record" and so on.
using InAddress = std::map<std::string, std::string>;

/// One route asked once, and the same of what nobody has: an answer that hides is the same to the
/// byte in both.
struct AskedRoute {
  /// How somebody was met.
  enum class Met { LetThrough, NeedsReason, Refused, Hidden, Wrong };

  Met met = Met::Wrong;
  bool same_as_nowhere = false;
  bool filled = false;  ///< Everything in the address was given.
  std::string wrong{};  ///< Why it is.
};

/// Asks routes as one visitor, and remembers what is answered of nothing.
class Asking {
 public:
  explicit Asking(Visit& visit) : visit_(visit) {}

  AskedRoute ask(const RouteRow& row, const InAddress& named, const std::string& body);

 private:
  struct Told {
    Answer answer;
    std::string text;  ///< Without what no two answers share.
  };
  Told send(const RouteRow& row, const InAddress& named, const std::string& body);

  Visit& visit_;
  std::map<std::string, std::string> nowhere_{};
};

std::string_view words(AskedRoute::Met met);

}  // namespace northlight::testing
