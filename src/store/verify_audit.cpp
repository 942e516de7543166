#include "store/verify_audit.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "store/audit_rows.hpp"
#include "store/prove_audit_index.hpp"

namespace northlight::store {
namespace {

struct Chain {
  std::int64_t id;
  std::optional<ChainHead> head;  // Absent where rows are kept and their chain is not.
};

// "Row 7 is", "Rows 7 to 9 are".
std::string rows_are(std::int64_t from, std::int64_t to) {
  if (from == to) return "Row " + std::to_string(from) + " is";
  return "Rows " + std::to_string(from) + " to " + std::to_string(to) + " are";
}

Result<std::vector<Chain>> chains_of(Session& session) {
  NL_TRY(chains,
         (session.rows<std::int64_t, std::string, std::int64_t, std::string>(
             "select id, service, number, hash from audit_chain order by id", {},
             [](std::int64_t id, std::string service, std::int64_t number, std::string hash) {
               return Chain{id, ChainHead{std::move(service), number, std::move(hash)}};
             })));
  // From one chain's rows to the next one's, so that a million rows are not looked through.
  for (std::int64_t last = -1;;) {
    NL_TRY(next, session.value<std::optional<std::int64_t>>(
                     "select min(chain) from audit_entry where chain > :last", {{"last", last}}));
    if (!next) return chains;
    last = *next;
    if (std::ranges::find(chains, last, &Chain::id) == chains.end())
      chains.push_back({last, std::nullopt});
  }
}

// Which row the broken one was written after; nothing when it was changed.
Result<std::optional<std::int64_t>> row_before(Session& session, std::int64_t chain,
                                               std::string_view service, std::int64_t number) {
  std::optional<std::int64_t> found;
  AuditEncoding encoding(service);
  // The row is asked for again for each candidate's sake: columns look at text of the reading.
  struct Kept {
    std::array<std::string, 15> texts{};
    AuditColumns columns{};
    std::string hash{};
  } kept;
  NL_CHECK(each_audit_row(session, chain, number, [&](const AuditRow& row) {
    std::size_t next = 0;
    const auto own = [&](std::string_view text) {
      return std::string_view(kept.texts[next++] = std::string(text));
    };
    const auto own_if = [&](const std::optional<std::string_view>& text) {
      return text ? std::optional(own(*text)) : std::nullopt;
    };
    const auto& c = row.columns;
    kept.columns = {.at = own(c.at),
                    .person = own_if(c.person),
                    .role = own(c.role),
                    .organisation = own_if(c.organisation),
                    .operation = own(c.operation),
                    .action = own(c.action),
                    .outcome = own(c.outcome),
                    .file = own_if(c.file),
                    .record = own_if(c.record),
                    .version = c.version,
                    .about = own_if(c.about),
                    .listed = own(c.listed),
                    .justification = own_if(c.justification),
                    .recipient = own_if(c.recipient),
                    .source = own(c.source),
                    .request = own(c.request)};
    kept.hash = row.hash;
    return false;
  }));
  if (text_of(encoding.hash(text_of(no_audit_hash()), kept.columns)) == kept.hash)
    return std::optional<std::int64_t>(0);
  NL_CHECK(each_audit_row(session, chain, 1, [&](const AuditRow& row) {
    if (text_of(encoding.hash(row.hash, kept.columns)) == kept.hash) found = row.number;
    return !found;
  }));
  return found;
}

// Which row a chain had come to when somebody signed it.
struct SignedEnd {
  std::int64_t number;
  std::string_view hash;
  std::string_view day;  // Of the head that the database keeps; "" for one that was given.

  // "the head that was signed is 9", "the head that is kept for 2026-11-22 is 9".
  std::string words() const {
    return (day.empty() ? std::string("the head that was signed is ")
                        : "the head that is kept for " + std::string(day) + " is ") +
           std::to_string(number);
  }
};

/// By service, the shortest first; of the same length the one that was given.
using SignedEnds = std::map<std::string, std::vector<SignedEnd>, std::less<>>;

void add_ends(SignedEnds& ends, const AuditHead& head, std::string_view day) {
  for (const auto& chain : head.chains)
    if (!chain.is_hidden())  // Of another service: its own auditor's head names it.
      ends[chain.service].push_back({chain.number, chain.hash, day});
}

SignedEnds ends_in(const std::optional<AuditHead>& given, const std::vector<AuditHead>& kept) {
  SignedEnds ends;
  if (given) add_ends(ends, *given, "");
  for (const auto& head : kept) add_ends(ends, head, head.day);
  for (auto& [service, all] : ends) std::ranges::stable_sort(all, {}, &SignedEnd::number);
  return ends;
}

// Reads one chain from its first row to its last, and stops at the first that does not agree.
class ChainReader {
 public:
  ChainReader(Session& session, std::int64_t chain, const ChainHead& head,
              const std::vector<SignedEnd>& signed_ends, AuditIndexProof& index)
      : session_(session),
        chain_(chain),
        head_(head),
        signed_(signed_ends),
        index_(index),
        encoding_(head.service) {}

  Result<std::optional<AuditBreak>> first_break() {
    NL_CHECK(each_audit_row(session_, chain_, 1, [&](const AuditRow& row) {
      ++rows_;
      look_at(row);
      index_.see(row);
      return !broken_ && !mismatch_;
    }));
    if (mismatch_) NL_CHECK(explain_mismatch(*mismatch_));
    if (!broken_) compare_with_ends();
    return std::move(broken_);
  }

  std::int64_t rows_read() const { return rows_; }

 private:
  void breaks(std::int64_t number, AuditFault fault, std::string message) {
    broken_ = AuditBreak{head_.service, number, fault, std::move(message)};
  }

  void look_at(const AuditRow& row) {
    const auto number = last_ + 1;
    if (row.number != number)
      return breaks(number, AuditFault::Missing,
                    rows_are(number, row.number - 1) + " missing, and there are later ones.");
    if (row.form != audit_form)
      return breaks(number, AuditFault::UnknownForm,
                    "Row " + std::to_string(number) + " is of form " + std::to_string(row.form) +
                        ", which this program does not know. Update the program.");
    if (text_of(encoding_.hash(text_of(before_), row.columns)) != row.hash) {
      mismatch_ = number;
      return;
    }
    std::ranges::copy(row.hash, before_.begin());
    last_ = number;
    for (; next_signed_ < signed_.size() && signed_[next_signed_].number <= number; ++next_signed_)
      if (const auto& end = signed_[next_signed_]; end.number == number && end.hash != row.hash)
        return breaks(number, AuditFault::Rewritten,
                      "Row " + std::to_string(number) + " is not the one that was signed" +
                          (end.day.empty() ? std::string() : " for " + std::string(end.day)) +
                          ": the chain has been written anew up to it.");
  }

  Status explain_mismatch(std::int64_t number) {
    NL_TRY(after, row_before(session_, chain_, head_.service, number));
    if (!after) {
      breaks(number, AuditFault::Changed,
             "What row " + std::to_string(number) +
                 " says, or its hash, has been changed since it was written, or the row before it "
                 "was replaced.");
      return done();
    }
    breaks(number, AuditFault::OutOfOrder,
           "Row " + std::to_string(number) + " was written " +
               (*after == 0 ? std::string("as the first of its chain")
                            : "after the row that now has number " + std::to_string(*after)) +
               ", and not after the one before it.");
    return done();
  }

  void compare_with_ends() {
    if (last_ < head_.number)
      return breaks(last_ + 1, AuditFault::Truncated,
                    rows_gone(head_.number) + ": the chain had come to " +
                        std::to_string(head_.number) + ".");
    if (!signed_.empty() && last_ < signed_.back().number)
      return breaks(last_ + 1, AuditFault::Truncated,
                    rows_gone(signed_.back().number) + ": " + longest_signed() + ".");
    if (last_ > head_.number || text_of(before_) != head_.hash)
      breaks(last_, AuditFault::Changed,
             "The chain's head is not its last row: it names number " +
                 std::to_string(head_.number) + ".");
  }

  std::string longest_signed() const {
    return std::ranges::find(signed_, signed_.back().number, &SignedEnd::number)->words();
  }

  std::string rows_gone(std::int64_t to) const {
    return rows_are(last_ + 1, to) + " gone from the end";
  }

  Session& session_;
  std::int64_t chain_;
  const ChainHead& head_;
  const std::vector<SignedEnd>& signed_;
  std::size_t next_signed_ = 0;
  AuditIndexProof& index_;
  AuditEncoding encoding_;
  AuditHash before_ = no_audit_hash();
  std::int64_t last_ = 0;
  std::int64_t rows_ = 0;
  std::optional<std::int64_t> mismatch_{};
  std::optional<AuditBreak> broken_{};
};

}  // namespace

std::string_view code(AuditFault fault) {
  switch (fault) {
    case AuditFault::Changed:
      return "changed";
    case AuditFault::Missing:
      return "missing";
    case AuditFault::OutOfOrder:
      return "out-of-order";
    case AuditFault::Truncated:
      return "truncated";
    case AuditFault::Rewritten:
      return "rewritten";
    case AuditFault::UnknownForm:
      return "unknown-form";
    case AuditFault::Index:
      return "index";
  }
  return "";
}

Result<AuditProof> verify_audit(Session& session, const std::optional<AuditHead>& head,
                                const std::vector<AuditHead>& kept) {
  auto ends = ends_in(head, kept);
  NL_TRY(chains, chains_of(session));
  AuditProof proof;
  proof.chains = static_cast<std::int64_t>(chains.size());
  for (const auto& chain : chains) {
    if (!chain.head) {
      proof.breaks.push_back({"", 1, AuditFault::Missing,
                              "Rows of chain " + std::to_string(chain.id) +
                                  " are kept, and what the chain is of is gone."});
      continue;
    }
    NL_TRY(index, AuditIndexProof::of(session, chain.id));
    ChainReader reader(session, chain.id, *chain.head, ends[chain.head->service], index);
    NL_TRY(broken, reader.first_break());
    proof.rows += reader.rows_read();
    NL_TRY(fault, index.first_fault(session, chain.head->number, !broken));
    if (broken) proof.breaks.push_back(*std::move(broken));
    if (fault)
      proof.index.push_back(
          {chain.head->service, fault->number, AuditFault::Index, std::move(fault->message)});
  }
  for (const auto& [service, all] : ends) {
    const bool is_there = std::ranges::any_of(
        chains, [&](const Chain& chain) { return chain.head && chain.head->service == service; });
    if (is_there) continue;
    const auto longest = std::ranges::find(all, all.back().number, &SignedEnd::number);
    proof.breaks.push_back(
        {service, 1, AuditFault::Truncated, "The whole chain is gone: " + longest->words() + "."});
  }
  return proof;
}

Result<AuditProof> verify_audit(Database& database, const std::optional<AuditHead>& head) {
  return database.read([&](Session& session) { return verify_audit(session, head); });
}

}  // namespace northlight::store
