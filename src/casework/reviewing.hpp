#pragma once

#include <string>
#include <string_view>

#include "casework/subject_access.hpp"
#include "store/file_key.hpp"

/// How casework/subject_access is divided. Of use inside casework/ only.
namespace northlight::casework {

/// Texts one after another, each with its length, so that no two lists of texts come to the same.
class JoinedText {
 public:
  JoinedText& add(std::string_view text) {
    text_.append(std::to_string(text.size())).append(":").append(text);
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_{};
};

/// A part as one text, to be hashed.
std::string text_of(const domain::HeldPart& part);

/// By which a decision is found again: the place, the text and the stretch, hashed with the file's
/// key.
std::string key_of(const store::FileKey& key, const domain::HeldLine& line,
                   const domain::Stretch& stretch);

Result<SubjectReview> review_of(store::Session& session, const store::Grant& grant,
                                const AccessDesk& desk, SubjectRequestId id);

}  // namespace northlight::casework
