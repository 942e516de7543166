#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/compare.hpp"
#include "store/records.hpp"

namespace northlight::store {

/// What became of something typed.
enum class DraftStanding : std::uint8_t {
  Made,
  Already,  ///< It stood so already.
  Clash,    ///< Somebody else had written there since: kept aside until somebody settles it.
};

/// Something that somebody typed, under the number that their browser gave it.
struct Typed {
  std::string client_id;  ///< At most 64 characters; the same number twice is the same change.
  forms::Change change;
};

/// One line of a record's draft.
struct DraftChange {
  std::int64_t seq = 0;
  forms::Change change;
  DraftStanding standing = DraftStanding::Made;
  domain::PersonId by;
  platform::Instant at{};
};

/// A draft as it stands: what the last version and all changes since come to.
struct Draft {
  forms::Answers answers;
  std::int64_t seq = 0;  ///< Of the last line; what a page shows it has seen up to here.
};

/// Keeps one change. Sent again under its number it is kept once, and the answer is the first one.
/// A clash is kept too: nothing typed is lost.
Result<DraftChange> add_typed(Transaction& transaction, const Grant& grant, const Archive& archive,
                              domain::RecordId record, const Typed& typed);

/// Whether that person typed anything of what was typed after `from`, up to and with `until`.
Result<bool> has_typed(Session& session, const Grant& grant, domain::RecordId record,
                       domain::PersonId person, std::int64_t from, std::int64_t until);

/// What the asker sent before from that page, in order: the changes whose number is the page's and
/// a dash before their own ("<page>-0").
Result<std::vector<DraftChange>> sent_from_page(Session& session, const Grant& grant,
                                                const Archive& archive, domain::RecordId record,
                                                std::string_view page);

Result<Draft> draft_of(Session& session, const Grant& grant, const Archive& archive,
                       domain::RecordId record);

/// The draft as it stood after that line: what somebody saw who goes on from there.
Result<Draft> draft_at(Session& session, const Grant& grant, const Archive& archive,
                       domain::RecordId record, std::int64_t seq);

/// The lines after that one, in order.
Result<std::vector<DraftChange>> draft_since(Session& session, const Grant& grant,
                                             const Archive& archive, domain::RecordId record,
                                             std::int64_t seq);

/// The clashes that nobody has settled yet, in order.
Result<std::vector<DraftChange>> open_clashes(Session& session, const Grant& grant,
                                              const Archive& archive, domain::RecordId record);

/// Settles a clash: what was chosen has been typed (add_typed) or stands there already. NotFound
/// when there is no such open clash.
Status settle_clash(Transaction& transaction, const Grant& grant, domain::RecordId record,
                    std::int64_t seq);

}  // namespace northlight::store
