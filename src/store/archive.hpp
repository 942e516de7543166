#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "forms/answers.hpp"
#include "forms/compare.hpp"
#include "forms/form.hpp"
#include "platform/keys.hpp"
#include "store/file_key.hpp"

namespace northlight::store {

/// What records cannot be read without: the forms that they are written in, and the keys.
struct Archive {
  const forms::Forms& forms;
  const platform::Keys& keys;
};

/// The form of a record; Unavailable when its edition is no longer among the forms.
Result<const forms::Form*> form_of(const Archive& archive, const forms::FormCode& code,
                                   std::int64_t edition);

/// Answers as the database keeps them: JSON with sealed fields sealed. The same answers give the
/// same text but for what is sealed.
std::string kept_text(const forms::Form& form, domain::RecordId record, forms::Answers answers,
                      const FileKey& key);
Result<forms::Answers> read_kept(const forms::Form& form, domain::RecordId record,
                                 std::string_view text, const FileKey& key);

/// A change likewise.
forms::ChangeText kept_change(const forms::Form& form, domain::RecordId record,
                              forms::Change change, const FileKey& key);
Result<forms::Change> read_kept_change(const forms::Form& form, domain::RecordId record,
                                       const forms::ChangeText& text, const FileKey& key);

}  // namespace northlight::store
