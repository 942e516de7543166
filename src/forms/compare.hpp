#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "forms/answers.hpp"
#include "forms/answers_json.hpp"
#include "forms/form.hpp"

namespace northlight::forms {

enum class ChangeKind : std::uint8_t { Answered, RowAdded, RowRemoved, RowMoved };

/// One difference between two states of a record. It carries what stood there before, so that
/// whoever applies it later can tell whether somebody else was there in between.
struct Change {
  ChangeKind kind = ChangeKind::Answered;
  FieldPath at;
  std::optional<Answer> was{};           ///< Answered; nothing: it was empty.
  std::optional<Answer> value{};         ///< Answered; nothing: it was emptied.
  std::optional<domain::RowId> after{};  ///< RowAdded, RowMoved: behind which row; nothing: first.
  AnswerMap row{};                       ///< RowRemoved: what stood in it.

  friend bool operator==(const Change&, const Change&) = default;
};

/// What turns `before` into `after`: field by field, row by row by id, with no more rows moved than
/// must be. Applying it in order to `before` gives `after`.
std::vector<Change> compare(const Answers& before, const Answers& after);

enum class Applied : std::uint8_t {
  Done,
  Already,  ///< It stands so already.
  Clash,    ///< Something else stands there than the change was made on: left as it is.
};

/// Makes one change. A row whose neighbour is gone goes to the end; moving a row that is gone comes
/// to nothing.
Applied apply(Answers& answers, const Change& change);

/// A change that was not made because the other writer had changed the same thing.
struct Conflict {
  Change mine;
  std::optional<Answer> theirs{};  ///< What stands there now; nothing: empty, or the row is gone.

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Merged {
  Answers answers;  ///< Theirs, with those of my changes that touch nothing they changed.
  std::vector<Conflict> conflicts{};
};

/// Two people changed the same base: what both may keep, and what they must settle field by field.
Merged merge(const Answers& base, const Answers& mine, const Answers& theirs);

/// A change as drafts keep it and browsers send it: the path, what was and what is (null: nothing).
struct ChangeText {
  std::string field;
  Json was{};
  Json value{};
};
ChangeText change_text(const Change& change);

/// Reads one strictly. A row is added with `{"after": "<row>"}` (null: as the first), moved with
/// the same where it was something before, removed with null; `was` of a removed row holds its
/// answers.
Result<Change> parse_change(const Form& form, const ChangeText& text, Boxes boxes);

}  // namespace northlight::forms
