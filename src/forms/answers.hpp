#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "forms/answer.hpp"
#include "forms/code.hpp"

namespace northlight::forms {

using AnswerMap = std::map<FieldCode, Answer>;

/// One row of a repeating group. Its id was given at birth and stays across versions.
struct Row {
  domain::RowId id;
  AnswerMap answers{};

  friend bool operator==(const Row&, const Row&) = default;
};

/// All that stands in one record at one moment: a version, or a draft on top of one. A field or
/// group that holds nothing is not in it.
struct Answers {
  AnswerMap fields{};
  std::map<FieldCode, std::vector<Row>> groups{};

  const Answer* find(const FieldCode& field) const;
  const std::vector<Row>& rows(const FieldCode& group) const;
  const Row* find(const FieldCode& group, domain::RowId row) const;
  bool empty() const { return fields.empty() && groups.empty(); }

  friend bool operator==(const Answers&, const Answers&) = default;
};

/// One place of a record: a field ("childs_view"), a row of a group ("risks/<row>") or a field of a
/// row ("risks/<row>/trigger"). Pages name their controls by it, errors and drafts their fields.
struct FieldPath {
  FieldCode field;  ///< The group, where there is a row.
  std::optional<domain::RowId> row{};
  std::optional<FieldCode> cell{};  ///< Only with a row.

  /// Refuses anything but the three shapes.
  static Result<FieldPath> parse(std::string_view text);
  std::string text() const;
  bool is_row() const { return row && !cell; }

  friend auto operator<=>(const FieldPath&, const FieldPath&) = default;
};

/// What stands at a field or a field of a row; null where nothing does.
const Answer* find(const Answers& answers, const FieldPath& at);

}  // namespace northlight::forms
