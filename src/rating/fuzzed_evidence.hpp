#pragma once

#include <optional>

#include "base/result.hpp"
#include "framework/small_edition.hpp"
#include "rating/print.hpp"
#include "rating/rate.hpp"

/// What the fuzzers of judgements and decisions have in common: the edition they rate by, and what
/// has to hold of whatever was read.
namespace northlight::rating {

inline const framework::Edition& fuzzed_edition() {
  static const auto read = *framework::parse_framework(framework::small_edition_files()).edition;
  return read;
}

/// A refusal has to say where and why.
template <typename T>
bool is_read(const Result<T>& read) {
  if (!read && (read.error().where.empty() || read.error().message.empty())) __builtin_trap();
  return read.has_value();
}

/// Whatever was read can be rated or refused; a rating can be printed.
inline void rate_and_print(const Evidence& evidence) {
  const auto rated = rate(fuzzed_edition(), evidence);
  if (!rated) return;
  to_json(fuzzed_edition(), *rated).text();
  to_text(fuzzed_edition(), *rated);
}

}  // namespace northlight::rating
