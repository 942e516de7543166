#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounts/asker.hpp"
#include "base/result.hpp"
#include "domain/access.hpp"
#include "store/audit_log.hpp"
#include "store/database.hpp"
#include "store/grant.hpp"

namespace northlight::accounts {

class Policy;

/// What an operation leaves on the audit trail besides who, when, why and which file, which the
/// gate knows already.
struct Trace {
  store::AuditOperation operation = store::AuditOperation::Consultation;
  std::optional<domain::RecordId> record{};
  std::optional<std::int64_t> version{};
  std::optional<std::string> recipient{};
};

/// The one way to anybody's file. Each call asks `may(person, action, file)`, then does the work,
/// then writes the line of the audit trail: in the transaction of a change, and before the answer
/// of a read is given out. What was denied is on the trail too.
///
///     return gate.read(asker, Action::ReadFile, file, {}, [&](Session& session, const Grant&
///     grant) {
///       return store::records_of(session, grant);
///     });
///
/// Refuses with NotFound what the person may not know of, in the words of what does not exist; with
/// Forbidden what they may see and not do, saying why; with NeedsReason where they must first say
/// why they need it (web leads them to a page that asks).
class Gate {
 public:
  Gate(store::Database& database, const Policy& policy) : database_(database), policy_(policy) {}

  /// `ask(Session&, const Grant&) -> Result<T>`
  template <typename F>
  auto read(const Asker& asker, domain::Action action, domain::FileId file, const Trace& trace,
            F&& ask) {
    using Answer = std::invoke_result_t<F&, store::Session&, const store::Grant&>;
    std::optional<Answer> found;
    auto through = let_read(asker, action, file, trace,
                            [&](store::Session& session, const store::Grant& grant) -> Status {
                              found.emplace(ask(session, grant));
                              if (!*found) return found->error();
                              return done();
                            });
    if (!through) return Answer(std::move(through).error());
    return *std::move(found);
  }

  /// `change(Transaction&, const Grant&, Trace&) -> Result<T>`; the trace's record and version may
  /// be set by the change, which knows them. As Database::write, it may be run more than once.
  template <typename F>
  auto change(const Asker& asker, domain::Action action, domain::FileId file, Trace trace,
              F&& change) {
    using Answer = std::invoke_result_t<F&, store::Transaction&, const store::Grant&, Trace&>;
    std::optional<Answer> made;
    auto through = let_change(
        asker, action, file, std::move(trace),
        [&](store::Transaction& transaction, const store::Grant& grant, Trace& told) -> Status {
          made.emplace(change(transaction, grant, told));
          if (!*made) return made->error();
          return done();
        });
    if (!through) return Answer(std::move(through).error());
    return *std::move(made);
  }

 private:
  using Ask = std::function<Status(store::Session&, const store::Grant&)>;
  using Change = std::function<Status(store::Transaction&, const store::Grant&, Trace&)>;

  Status let_read(const Asker& asker, domain::Action action, domain::FileId file,
                  const Trace& trace, const Ask& ask);
  Status let_change(const Asker& asker, domain::Action action, domain::FileId file, Trace trace,
                    const Change& change);

  store::Database& database_;
  const Policy& policy_;
};

}  // namespace northlight::accounts
