#include "stats/random.hpp"

#include <bit>
#include <cassert>

namespace northlight::stats {
namespace {

std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

}  // namespace

Random::Random(std::uint64_t seed) : state_{} {
  for (auto& word : state_) word = splitmix64(seed);
}

Random::result_type Random::operator()() {
  const std::uint64_t result = std::rotl(state_[1] * 5U, 7) * 9U;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint64_t Random::below(std::uint64_t end) {
  assert(end > 0);
  // What is left over above the last whole multiple of `end` is thrown away, so none is favoured.
  const std::uint64_t left_over = (0U - end) % end;
  while (true) {
    const std::uint64_t drawn = (*this)();
    if (drawn >= left_over) return drawn % end;
  }
}

double Random::uniform() { return static_cast<double>((*this)() >> 11U) * 0x1.0p-53; }

}  // namespace northlight::stats
