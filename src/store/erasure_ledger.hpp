#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/signature.hpp"
#include "store/erasure.hpp"

/// The list of all erasures that stands outside the database, so that a database that is restored
/// from an older backup can be told again what had been erased since. A line of JSON for each, with
/// ids alone; each is signed, and its signature is over the line before it, so that none can be
/// changed, moved or taken out of the middle unseen.
namespace northlight::store {

struct LedgerLine {
  std::int64_t number = 0;  ///< From 1, without a gap.
  Erasure erasure;
  std::string public_key{};
  std::string signature{};
};

/// Adds lines after the last, flushed to the disk before it returns. A line that was cut short by a
/// crash was never answered for and is taken away first. Refuses a ledger whose lines do not hold.
Status add_to_ledger(const std::filesystem::path& file, const platform::SigningKey& key,
                     const std::vector<Erasure>& erasures);

/// All lines, each held against the one before it. Invalid, with the line, where one does not hold,
/// or was signed by another key than `public_key`. A file that is not there is NotFound.
Result<std::vector<LedgerLine>> read_ledger(const std::filesystem::path& file,
                                            std::optional<std::string_view> public_key = {});

/// The same of a text; what follows its last line break is no line.
Result<std::vector<LedgerLine>> parse_ledger(std::string_view text, std::string_view name,
                                             std::optional<std::string_view> public_key = {});

/// A whole ledger of these, from number 1.
std::string made_ledger(const platform::SigningKey& key, const std::vector<Erasure>& erasures);

}  // namespace northlight::store
