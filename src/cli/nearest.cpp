#include "cli/nearest.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace northlight::cli {
namespace {

/// Letters to change, add, drop or swap with a neighbour (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, std::span<const std::string> candidates) {
  constexpr std::size_t longest_name = 64;
  if (typed.size() > longest_name) return {};
  std::string best;
  std::size_t best_distance = 0;
  for (const auto& candidate : candidates) {
    const bool begins_so = !typed.empty() && candidate.starts_with(lower(typed));
    const auto far = begins_so ? 1 : distance(lower(typed), candidate);
    // A third of the letters may differ; of a short name one.
    const auto allowed = std::max<std::size_t>(1, candidate.size() / 3);
    if (far <= allowed && (best.empty() || far < best_distance)) {
      best = candidate;
      best_distance = far;
    }
  }
  return best;
}

}  // namespace northlight::cli
