#include "web/safe_next.hpp"

#include "web/target.hpp"

namespace northlight::web {

std::string safe_next(std::string_view next, std::string_view otherwise) {
  const bool ours = !next.starts_with("//") && next.size() <= 2'000 && Target::parse(next);
  return std::string(ours ? next : otherwise);
}

}  // namespace northlight::web
