#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "domain/ids.hpp"

namespace northlight::forms {

/// It was asked, and there is no answer. A real value: unlike a field that nobody has come to yet.
enum class NoAnswer : std::uint8_t { Declined, NotKnown };

std::string_view code(NoAnswer reason);  ///< "declined", "not-known"
std::optional<NoAnswer> parse_no_answer(std::string_view code);

/// Points at a row of a repeating group: a contingency at its risk.
struct RowReference {
  std::optional<domain::RecordId> record{};  ///< Empty: a row of the same record.
  domain::RowId row;

  friend auto operator<=>(const RowReference&, const RowReference&) = default;
};

/// A file that was sent in: the SHA-256 of its content, and what its sender called it.
struct Upload {
  std::string hash;
  std::string name;

  friend bool operator==(const Upload&, const Upload&) = default;
};

/// A sealed answer that has not been opened: only the store opens and seals.
struct Sealed {
  std::string box;

  friend bool operator==(const Sealed&, const Sealed&) = default;
};

/// The codes of the options that were ticked, in the form's order.
using Chosen = std::vector<std::string>;

/// What stands in one field. Text, long text, a choice's code, the words for a person or an agency
/// are text. Empty text is never kept: a field that nobody filled in has no answer at all.
///
/// Answers are personal information wholesale. They have no printer but answers_json, which only
/// store, web/views and report may show to anybody.
using Answer = std::variant<NoAnswer, std::string, std::int64_t, bool, Date, Chosen, RowReference,
                            Upload, Sealed>;

}  // namespace northlight::forms
