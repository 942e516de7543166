#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "domain/about_whom.hpp"
#include "forms/answer.hpp"
#include "forms/code.hpp"
#include "forms/field_kind.hpp"
#include "forms/projection.hpp"
#include "framework/edition.hpp"

namespace northlight::forms {

struct Option {
  std::string code;
  std::string label;
};

/// "Shown when `field` is one of `is`". The field stands earlier in the form, or in the same row.
struct Condition {
  FieldCode field;
  std::vector<std::string> is;  ///< Codes of options, or "yes" and "no".
};

/// Which rows a reference may point at.
struct Refers {
  std::optional<FormCode> form{};  ///< Empty: to this record.
  FieldCode group;
};

struct Field {
  FieldCode code;
  FieldKind kind = FieldKind::Text;
  std::string label;
  std::string hint{};
  Need need = Need::Optional;
  std::vector<NoAnswer> no_answer{};  ///< Which reasons for having none may be given.
  std::vector<Option> options{};
  std::optional<Condition> shown_when{};
  std::optional<Refers> refers_to{};
  std::int64_t least = 0;
  std::int64_t most = 0;    ///< Of a whole number; both 0: any.
  std::size_t longest = 0;  ///< Characters of a text.
  bool past = false;        ///< Of a date: today or earlier on the day on which it is signed.
  bool sealed = false;      ///< Kept encrypted in the database.
  /// Whom an answer tells of: its own word, its group's, or by its kind (`person`: somebody else).
  domain::AboutWhom about = domain::AboutWhom::Child;
  std::vector<framework::PromptCode> prompts{};  ///< That an answer here evidences.

  const Option* find_option(std::string_view option) const;
};

/// Rows that the writer adds: risks, actions. A row holds no group.
struct Group {
  FieldCode code;
  std::string label;
  std::string row_label;  ///< "Risk": each row is called "Risk 1", "Risk 2" …
  std::string hint{};
  std::size_t at_least = 0;  ///< Rows without which it cannot be signed.
  std::optional<Condition> shown_when{};
  std::vector<framework::PromptCode> prompts{};
  std::vector<Field> fields;

  const Field* find(const FieldCode& field) const;
};

struct Section {
  std::string code;
  std::string title;
  std::string hint{};
  std::vector<Field> fields;
  std::vector<Group> groups;
};

/// "These fields make rows of that table."
struct Projecting {
  Projection to = Projection::Risk;
  std::optional<FieldCode> from{};  ///< A group: a row for each row. Empty: one row for the record.
  std::map<std::string, FieldCode, std::less<>> columns{};
  std::map<std::string, std::string, std::less<>> fixed{};  ///< Columns that say the same always.
};

/// In whose file a record of a form is kept.
enum class KeptIn : std::uint8_t { ChildsFile, VictimsFile };

enum class Countersigning : std::uint8_t { Never, Always };

/// One edition of one form. Once in force it is never edited: the next edition is a new file, and
/// records go on in the edition in which they were begun.
struct Form {
  FormCode code;
  std::int64_t edition = 1;
  std::string title;
  std::string summary;
  Date in_force_from{};
  framework::FactStatus status = framework::FactStatus::Unverified;
  std::string source;
  bool quick = false;   ///< Signed by saving: a contact, an address.
  bool single = false;  ///< A file has one of it: the child's details.
  KeptIn kept_in = KeptIn::ChildsFile;
  Countersigning countersigning = Countersigning::Never;
  std::optional<FieldCode> effective_on{};            ///< The date that the record is about.
  std::optional<framework::EditionCode> evidences{};  ///< Whose prompts the fields name.
  std::vector<Section> sections;
  std::vector<Projecting> projecting{};

  const Field* find_field(const FieldCode& field) const;
  const Group* find_group(const FieldCode& group) const;
};

/// Every field of a form, those of groups too, in the form's order.
void each_field(const Form& form, const std::function<void(const Field&)>& see);

/// The forms that a service uses, every edition of each.
class Forms {
 public:
  Forms() = default;
  /// Forms whose (code, edition) differ: forms/parse_form.hpp sees to it.
  explicit Forms(std::vector<Form> forms);

  const Form* find(const FormCode& code, std::int64_t edition) const;
  /// The latest edition in force on that day; null when there is none.
  const Form* in_force(const FormCode& code, Date on) const;
  const std::vector<Form>& all() const { return forms_; }

 private:
  std::vector<Form> forms_;  ///< By code, then edition.
};

}  // namespace northlight::forms
