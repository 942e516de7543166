#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/gate.hpp"
#include "base/result.hpp"
#include "casework/children.hpp"
#include "domain/sent_in.hpp"
#include "platform/keys.hpp"
#include "store/sent_in.hpp"
#include "store/shared.hpp"
#include "store/uploads.hpp"

/// What people send into a child's file: the child and a parent by their links, whoever was asked
/// in, a victim worker, whoever opens the post. Once sent it is never changed; those who read the
/// file say when they have read it.
namespace northlight::casework {

/// A document as it came with a form.
struct TypedDocument {
  std::string_view name;
  std::string_view content;
};

/// As typed.
struct ToSend {
  std::optional<domain::SentInKind> kind{};  ///< Asked for where their roles leave a choice.
  std::string words;
  std::string once{};  ///< The form's own number, so that sending it twice is once.
  std::optional<TypedDocument> document{};
};

/// Fails with Invalid (where: "kind", "words", "document") in words for the sender, and with
/// Conflict ("words") beyond what one person may send into one file on one day.
Status send_in(Gate& gate, const platform::Keys& keys, const store::UploadFolder& uploads,
               const Asker& asker, domain::FileId file, const ToSend& sent);

/// What the child or a parent thinks, in their own words; likewise.
Status say_own(Gate& gate, const platform::Keys& keys, const Asker& asker, domain::FileId file,
               const ToSend& said);

/// What somebody was asked, and until when they may answer.
struct AskedIn {
  Sensitive<std::string> words;  ///< Empty where nothing was written.
  std::optional<platform::Instant> until{};
};

/// What the page shows on which something is sent in: of the file its name and no more.
struct SendingDesk {
  domain::FileId file;
  store::ChildRow child;
  std::vector<domain::SentInKind> kinds;  ///< What they may send; the usual first.
  std::vector<AskedIn> asked{};
  std::vector<store::SentInRow> sent{};  ///< What they sent before, the latest first.
  accounts::Actions may{};
  bool has_open_case = false;
};
Result<SendingDesk> open_sending(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                 domain::FileId file);

/// For whoever may read the file: all that was sent in, the latest first.
struct SentInPage {
  CaseFile file;
  std::vector<store::SentInRow> all;
};
Result<SentInPage> open_sent_in(Gate& gate, const platform::Keys& keys, const Asker& asker,
                                domain::FileId file);

/// For whoever works with the file: they have read these. NotFound for what was not sent into it.
Status mark_sent_in_read(Gate& gate, const Asker& asker, domain::FileId file,
                         const std::vector<store::SentInId>& read);

}  // namespace northlight::casework
