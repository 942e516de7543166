#include "store/kept_heads.hpp"

#include <utility>

namespace northlight::store {
namespace {

struct KeptHead {
  std::string day;
  std::string document;
};

/// The head of a row, where it is one and of the row's day.
std::optional<AuditHead> head_of(const KeptHead& kept) {
  auto head = read_audit_head(kept.document);
  if (!head || head->day != kept.day) return std::nullopt;
  const auto made_at = platform::parse_instant(head->made_at);
  if (!made_at || iso(platform::day_in_london(*made_at)) != head->day) return std::nullopt;
  return *std::move(head);
}

Result<std::vector<KeptHead>> kept_heads(Session& session, std::string_view order) {
  std::string sql = "select day, document from audit_signed_head order by day ";
  sql += order;
  return session.rows<std::string, std::string>(sql, {}, [](std::string day, std::string document) {
    return KeptHead{std::move(day), std::move(document)};
  });
}

}  // namespace

Result<std::optional<AuditHead>> newest_own_head(Session& session, std::string_view public_key,
                                                 Date today) {
  NL_TRY(all, kept_heads(session, "desc"));
  for (const auto& kept : all) {
    if (kept.day > iso(today)) continue;
    auto head = head_of(kept);
    if (head && head->public_key == public_key) return head;
  }
  return std::optional<AuditHead>{};
}

namespace {

/// The heads that count, and what is wrong with the others.
struct Judged {
  std::vector<AuditHead> heads{};
  std::vector<HeadFault> faults{};
};

Result<Judged> judged(Session& session, Date today, std::optional<std::string_view> public_key) {
  NL_TRY(all, kept_heads(session, "asc"));
  Judged judged;
  bool signs_since = false;  // The key has signed this day or one before it.
  for (const auto& kept : all) {
    auto head = head_of(kept);
    const bool is_own = head && public_key && head->public_key == *public_key;
    signs_since = signs_since || is_own || kept.day == iso(today);
    const auto wrong = [&](std::string_view what) {
      judged.faults.push_back({kept.day, "The head that is kept for " + kept.day + " " +
                                             std::string(what) +
                                             ": whoever put it there may add rows to "
                                             "the database"});
    };
    if (!head)
      wrong("is none, or is of another day");
    else if (kept.day > iso(today))
      wrong("is for a day that has not come");
    else if (public_key && !is_own && signs_since)
      wrong("is signed by another key than yours (" + head->public_key + ")");
    else
      judged.heads.push_back(*std::move(head));
  }
  return judged;
}

}  // namespace

Result<std::vector<HeadFault>> faults_of_heads(Session& session, Date today,
                                               std::optional<std::string_view> public_key) {
  NL_TRY(found, judged(session, today, public_key));
  return std::move(found.faults);
}

Result<std::vector<AuditHead>> heads_without_fault(Session& session, Date today,
                                                   std::optional<std::string_view> public_key) {
  NL_TRY(found, judged(session, today, public_key));
  return std::move(found.heads);
}

}  // namespace northlight::store
